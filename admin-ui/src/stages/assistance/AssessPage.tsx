import { Alert, LinearProgress } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormAnswer, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes, useReference } from '../../lib';

/** The safety screen; its level is computed by the server alone, so that every screen gives the same one. */
export function AssessPage() {
  const t = useText();
  const instrument = useReference()?.instruments.SAFETY_SCREEN_A;
  const levels = useCodes('RISK_LEVELS');
  if (instrument === undefined) return <LinearProgress />;
  return (
    <CaseActionPage
      action="assess"
      title={instrument.title}
      hint={t('assess.hint')}
      tab="assessments"
      defaults={() => ({ instrument: 'SAFETY_SCREEN_A', instrumentVersion: instrument.version, answers: {} })}
    >
      {() => (
        <>
          <Section title={t('assess.questions')}>
            {instrument.items.map(({ code, question, help }) => (
              <FormAnswer key={code} name={`answers.${code}`} label={question} help={help} required />
            ))}
          </Section>
          <Section title={t('assess.conclusion')}>
            <Alert severity="info" sx={{ mb: 2 }}>
              {t('assess.serverComputes')}
            </Alert>
            <FormText name="narrative" label={t('assess.narrative')} rows={4} required />
            <FormSelect
              name="overrideLevel"
              label={t('assess.override')}
              help={t('assess.overrideHelp')}
              options={levels}
              empty={t('assess.noOverride')}
            />
            <OverrideReason />
            <ChildVoiceFields />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function OverrideReason() {
  const t = useText();
  const level = String(useFormContext().watch('overrideLevel') ?? '');
  if (level === '') return null;
  return <FormText name="overrideReason" label={t('assess.overrideReason')} rows={2} required />;
}
