import { Alert, Box, Button } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { ReportContent } from '../../../api';
import { Section } from '../../../components';
import { FormChecks, FormChoice, FormInstant, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes, useReference } from '../../../lib';
import { RepeatedGroup } from '../../../components/RepeatedGroup';
import { EMPTY_SUSPECT } from '../wizard/report-form';
import { useRegionChoices } from '../use-region-choices';
import type { TriageFormValues } from './triage-form';

/** 紧急程度 and situations. */
export function UrgencySection() {
  const t = useText();
  const situations = useReference()?.situations ?? [];
  const levels = (['U0', 'U1', 'U2', 'U3'] as const).map((code) => ({
    code,
    name: t(`urgency.${code}`),
    about: t(`urgency.about.${code}`),
  }));
  return (
    <Section title={t('triage.urgency')}>
      <FormChoice name="urgency" label={t('field.urgency')} options={levels} required />
      <Box component="details">
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, fontWeight: 600 }}>
          {t('triage.situations')}
        </Box>
        <FormChecks
          name="situations"
          label={t('report.situations')}
          options={situations.map(({ code, name, text }) => ({ code, name, about: text }))}
          required
        />
      </Box>
    </Section>
  );
}

/** When the police were told; only where the law asks for it. */
export function PoliceSection({ required }: { required: boolean }) {
  const t = useText();
  if (!required) return null;
  return (
    <Section title={t('report.police')}>
      <FormInstant name="policeToldAt" label={t('report.policeToldAt')} present />
      <FormText name="policeReceiptNo" label={t('report.policeReceiptNo')} />
    </Section>
  );
}

export function SuspectsSection() {
  const t = useText();
  const { control } = useFormContext<TriageFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'suspects' });
  const types = useCodes('PERPETRATOR_TYPES');
  return (
    <Section title={t('triage.suspects')}>
      <RepeatedGroup
        keys={fields.map(({ id }) => id)}
        title={(number) => t('wizard.suspect', { number })}
        addLabel={t('wizard.addSuspect')}
        onAdd={() => append({ name: '', perpetratorType: EMPTY_SUSPECT.perpetratorType, relation: '' })}
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
            />
            <FormSelect
              name={`suspects.${index}.perpetratorType`}
              label={t('field.perpetratorType')}
              options={types}
              required
            />
            <FormText name={`suspects.${index}.relation`} label={t('field.relation')} />
          </>
        )}
      </RepeatedGroup>
    </Section>
  );
}

/** 对外摘要: the only words the agencies read. */
export function SummarySection({ content }: { content: ReportContent | null }) {
  const t = useText();
  const { setValue } = useFormContext<TriageFormValues>();
  return (
    <Section title={t('triage.summary')}>
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('triage.summaryHint')}
      </Alert>
      <FormText name="summary" label={t('triage.summaryLabel')} rows={4} required maxLength={1000} />
      <FormSelect name="regionCode" label={t('triage.region')} options={useRegionChoices()} required />
      <FormText name="place" label={t('triage.place')} maxLength={300} />
      {content?.presentPlace != null && (
        <Button variant="outlined" onClick={() => setValue('place', content.presentPlace ?? '')}>
          {t('triage.copyPlace')}
        </Button>
      )}
    </Section>
  );
}
