import { Box } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { TriageMatch } from '../../../api';
import { Section } from '../../../components';
import { FormCheck, FormChoice, FormDate, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import { CaseDecision } from './CaseDecision';
import { GuardianFields } from './GuardianFields';
import { MatchedChildren } from './MatchedChild';
import type { TriageFormValues } from './triage-form';

/** The children with their guardians; one that has a file already is reused, not written twice. */
export function ChildrenSection({ matches }: { matches: readonly TriageMatch[] }) {
  const t = useText();
  const { control } = useFormContext<TriageFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'children' });
  return (
    <Section title={t('triage.children')}>
      <RepeatedGroup
        keys={fields.map(({ id }) => id)}
        title={(number) => t('wizard.child', { number })}
        addLabel={t('wizard.addChild')}
        onAdd={() => append({ name: '', sex: 'unknown', guardians: [] })}
        onRemove={remove}
        min={1}
        max={20}
      >
        {(index) => (
          <>
            <MatchedChildren
              index={index}
              matches={matches.filter(({ childIndex }) => childIndex === index)}
            />
            <CaseDecision index={index} matches={matches.filter(({ childIndex }) => childIndex === index)} />
            <ChildFields index={index} />
            <GuardianFields childIndex={index} />
          </>
        )}
      </RepeatedGroup>
    </Section>
  );
}

function ChildFields({ index }: { index: number }) {
  const t = useText();
  const reasons = useCodes('NO_ID_REASONS');
  const prefix = `children.${index}`;
  const idNumber = useFormContext<TriageFormValues>().watch(`children.${index}.idNumber`) ?? '';
  const sexes = (['male', 'female', 'unknown'] as const).map((code) => ({ code, name: t(`sex.${code}`) }));
  return (
    <>
      <Box sx={TWO}>
        <FormText name={`${prefix}.name`} label={t('field.name')} help={t('wizard.unknownEmpty')} />
        <FormDate name={`${prefix}.birthDate`} label={t('field.birthDate')} />
      </Box>
      <FormChoice name={`${prefix}.sex`} label={t('field.sex')} options={sexes} inline />
      <FormCheck name={`${prefix}.birthDateEstimated`} label={t('triage.estimated')} />
      <Box sx={TWO}>
        <FormText name={`${prefix}.idNumber`} label={t('field.idNumber')} maxLength={18} />
        {idNumber === '' && (
          <FormSelect name={`${prefix}.noIdReason`} label={t('triage.noIdReason')} options={reasons} />
        )}
        <FormText name={`${prefix}.school`} label={t('field.school')} />
        <FormText name={`${prefix}.phone`} label={t('field.phone')} type="tel" />
      </Box>
      <FormText name={`${prefix}.address`} label={t('field.address')} />
    </>
  );
}

const TWO = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  columnGap: 2,
  alignItems: 'end',
} as const;
