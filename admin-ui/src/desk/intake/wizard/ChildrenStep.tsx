import { Box, Typography } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FormChoice, FormDate, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import { EMPTY_CHILD } from './report-form';
import type { ReportFormValues } from './report-form';

/** The children: anything by which one can be found is enough. */
export function ChildrenStep() {
  const t = useText();
  const { control } = useFormContext<ReportFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'children' });
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('wizard.childrenIntro')}</Typography>
      <RepeatedGroup
        keys={fields.map(({ id }) => id)}
        title={(number) => t('wizard.child', { number })}
        addLabel={t('wizard.addChild')}
        onAdd={() => append(EMPTY_CHILD)}
        onRemove={remove}
        min={1}
        max={20}
      >
        {(index) => <ChildFields prefix={`children.${index}`} />}
      </RepeatedGroup>
    </>
  );
}

function ChildFields({ prefix }: { prefix: string }) {
  const t = useText();
  const relations = useCodes('RELATIONS');
  const sexes = (['male', 'female', 'unknown'] as const).map((code) => ({ code, name: t(`sex.${code}`) }));
  return (
    <>
      <FormText name={`${prefix}.name`} label={t('field.name')} help={t('wizard.nameHelp')} maxLength={50} />
      <FormChoice name={`${prefix}.sex`} label={t('field.sex')} options={sexes} inline />
      <Box sx={TWO}>
        <FormText
          name={`${prefix}.age`}
          label={t('field.age')}
          help={t('wizard.ageHelp')}
          type="number"
          maxLength={2}
        />
        <FormDate name={`${prefix}.birthDate`} label={t('field.birthDate')} />
        <FormText name={`${prefix}.school`} label={t('field.school')} maxLength={100} />
        <FormText name={`${prefix}.className`} label={t('field.className')} maxLength={50} />
      </Box>
      <FormText name={`${prefix}.address`} label={t('field.address')} maxLength={300} />
      <FormText name={`${prefix}.idNumber`} label={t('field.idNumber')} maxLength={18} />
      <Box sx={TWO}>
        <FormText name={`${prefix}.guardianName`} label={t('field.guardianName')} maxLength={50} />
        <FormText
          name={`${prefix}.guardianPhone`}
          label={t('field.guardianPhone')}
          type="tel"
          maxLength={30}
        />
      </Box>
      <FormSelect
        name={`${prefix}.guardianRelation`}
        label={t('field.guardianRelation')}
        options={relations}
        empty={t('answer.unknown')}
      />
    </>
  );
}

const TWO = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  columnGap: 2,
  alignItems: 'end',
} as const;
