import { Alert, Box, Button, Typography } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { TriageMatch } from '../../../api';
import { Section } from '../../../components';
import { FormCheck, FormChoice, FormDate, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import { GuardianFields } from './GuardianFields';
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
            <Matches index={index} matches={matches.filter(({ childIndex }) => childIndex === index)} />
            <ChildFields index={index} />
            <GuardianFields childIndex={index} />
          </>
        )}
      </RepeatedGroup>
    </Section>
  );
}

function Matches({ index, matches }: { index: number; matches: readonly TriageMatch[] }) {
  const t = useText();
  const { watch, setValue } = useFormContext<TriageFormValues>();
  const chosen = watch(`children.${index}.personId`);
  if (matches.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('triage.matches')}</Typography>
      {matches.map(({ personId, maskedName, sex, birthDate, cases }) => {
        const isChosen = chosen === personId;
        return (
          <Box
            key={personId}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}
          >
            <span>
              {[maskedName, t(`sex.${sex}`), birthDate].filter(Boolean).join(' · ')}
              {cases.length > 0 &&
                ` · ${cases.map(({ caseNo, phaseName }) => `${caseNo}（${phaseName}）`).join('、')}`}
            </span>
            <Button
              variant={isChosen ? 'contained' : 'outlined'}
              aria-pressed={isChosen}
              onClick={() =>
                setValue(`children.${index}.personId`, isChosen ? '' : personId, { shouldDirty: true })
              }
            >
              {t(isChosen ? 'triage.reused' : 'triage.reuse')}
            </Button>
          </Box>
        );
      })}
    </Alert>
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
