import { Typography } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import { EMPTY_SUSPECT } from './report-form';
import type { ReportFormValues } from './report-form';

/** 疑似侵害人: none, one or several, and nothing about them has to be known. */
export function SuspectsStep() {
  const t = useText();
  const { control } = useFormContext<ReportFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'suspects' });
  const types = useCodes('PERPETRATOR_TYPES');
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('wizard.suspectsIntro')}</Typography>
      <RepeatedGroup
        keys={fields.map(({ id }) => id)}
        title={(number) => t('wizard.suspect', { number })}
        addLabel={t('wizard.addSuspect')}
        onAdd={() => append(EMPTY_SUSPECT)}
        onRemove={remove}
        min={0}
        max={10}
      >
        {(index) => (
          <>
            <FormText
              name={`suspects.${index}.name`}
              label={t('field.name')}
              help={t('wizard.unknownEmpty')}
              maxLength={50}
            />
            <FormSelect
              name={`suspects.${index}.perpetratorType`}
              label={t('field.perpetratorType')}
              options={types}
              required
            />
            <FormText name={`suspects.${index}.relation`} label={t('field.relation')} maxLength={50} />
            <FormText
              name={`suspects.${index}.note`}
              label={t('field.note')}
              help={t('wizard.suspectNoteHelp')}
              rows={2}
              maxLength={500}
            />
          </>
        )}
      </RepeatedGroup>
    </>
  );
}
