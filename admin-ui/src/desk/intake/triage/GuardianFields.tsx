import { Box, Typography } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FormCheck, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import type { TriageFormValues } from './triage-form';

/** The guardians of one child. */
export function GuardianFields({ childIndex }: { childIndex: number }) {
  const t = useText();
  const { control } = useFormContext<TriageFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `children.${childIndex}.guardians` });
  const relations = useCodes('RELATIONS');
  return (
    <Box>
      <Typography sx={{ fontWeight: 700, mb: 1 }}>{t('triage.guardians')}</Typography>
      <RepeatedGroup
        keys={fields.map(({ id }) => id)}
        title={(number) => t('triage.guardian', { number })}
        addLabel={t('triage.addGuardian')}
        onAdd={() => append({ name: '', phone: '', relation: '', livesWithChild: false })}
        onRemove={remove}
        min={0}
        max={6}
      >
        {(index) => {
          const prefix = `children.${childIndex}.guardians.${index}`;
          return (
            <>
              <FormText name={`${prefix}.name`} label={t('field.name')} required />
              <FormSelect
                name={`${prefix}.relation`}
                label={t('field.guardianRelation')}
                options={relations}
                required
              />
              <FormText name={`${prefix}.phone`} label={t('field.phone')} type="tel" />
              <FormCheck name={`${prefix}.livesWithChild`} label={t('triage.livesWithChild')} />
            </>
          );
        }}
      </RepeatedGroup>
    </Box>
  );
}
