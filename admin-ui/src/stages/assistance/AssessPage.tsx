import { Alert, LinearProgress, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { Case, Instrument } from '../../api';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormAnswer, FormChoice, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes, useReference } from '../../lib';

interface AssessFormValues {
  instrument: string;
  answers: Record<string, string>;
}

/** An assessment; its level is computed by the server alone, after sending, so that every screen gives the same one. */
export function AssessPage() {
  const t = useText();
  const instruments = Object.values(useReference()?.instruments ?? {});
  if (instruments.length === 0) return <LinearProgress />;
  const find = (code: string): Instrument | undefined => instruments.find((one) => one.code === code);
  return (
    <CaseActionPage<AssessFormValues>
      action="assess"
      title={t('assess.title')}
      hint={t('assess.hint')}
      tab="assessments"
      defaults={(file) => ({ instrument: firstChoice(file, instruments), answers: {} })}
      toBody={({ answers, ...values }) => {
        const chosen = find(values.instrument);
        // What was answered in the other form stays in the draft and does not leave with this one.
        const own = chosen?.items.map(({ code }) => [code, answers[code]]) ?? [];
        return { ...values, instrumentVersion: chosen?.version, answers: Object.fromEntries(own) as unknown };
      }}
    >
      {() => (
        <>
          <Section title={t('assess.which')}>
            <FormChoice
              name="instrument"
              label={t('assess.instrument')}
              options={instruments.map(({ code, title, kind }) => ({
                code,
                name: title,
                about: t(`assess.about.${kind}`),
              }))}
              required
            />
          </Section>
          <Questions find={find} />
          <Conclusion />
        </>
      )}
    </CaseActionPage>
  );
}

/** Safety comes first; once it was looked at, the risk is what is left to assess. */
function firstChoice({ assessments }: Case, instruments: readonly Instrument[]): string {
  const done = new Set(assessments?.map(({ instrument }) => instrument));
  const screen = instruments.find(({ kind, code }) => kind === 'screen' && !done.has(code));
  return (screen ?? instruments.find(({ kind }) => kind === 'score') ?? instruments[0])?.code ?? '';
}

function Questions({ find }: { find: (code: string) => Instrument | undefined }) {
  const t = useText();
  const instrument = find(useFormContext<AssessFormValues>().watch('instrument'));
  if (instrument === undefined) return null;
  return (
    <Section title={instrument.title}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{instrument.intro}</Typography>
      {instrument.items.map(({ code, question, help, options }) =>
        options === null ? (
          <FormAnswer key={code} name={`answers.${code}`} label={question} help={help} required />
        ) : (
          <FormChoice
            key={code}
            name={`answers.${code}`}
            label={question}
            help={help}
            options={[
              ...options.map(({ value, anchor }) => ({ code: value, name: anchor })),
              { code: 'unknown', name: t('answer.unknown') },
            ]}
            required
          />
        ),
      )}
    </Section>
  );
}

function Conclusion() {
  const t = useText();
  const levels = useCodes('RISK_LEVELS');
  const override = String(useFormContext().watch('overrideLevel') ?? '');
  return (
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
      {override !== '' && (
        <FormText name="overrideReason" label={t('assess.overrideReason')} rows={2} required />
      )}
      <ChildVoiceFields />
    </Section>
  );
}
