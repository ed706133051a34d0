import { Box, LinearProgress, Paper, Typography } from '@mui/material';
import type { WatchItem } from '../../../api';
import { EmergencyCalls, Section } from '../../../components';
import { FormAnswer, FormCheck, FormInstant, FormText } from '../../../components/fields';
import { ExclusionStep, SituationsStep } from '../../../desk/intake/wizard/QuestionSteps';
import { useText } from '../../../i18n/use-text';
import { useCodeName, useCodes } from '../../../lib';
import { WatchActionPage } from './WatchActionPage';

export interface FindingValues {
  childSafeNow: string;
  medicalSent: string;
  facts: string;
  situations: string[];
  exclusionHints: string[];
  wantsSecrecy: boolean;
}

/** 转为报告: the child, its guardian and the place come from the file; the worker adds what was seen. */
export function FindingPage() {
  const t = useText();
  const nameOf = useCodeName('VISIT_ITEMS');
  // The form starts with the words of the last visit, so it waits for the names of its items.
  if (useCodes('VISIT_ITEMS').length === 0) return <LinearProgress />;
  return (
    <WatchActionPage<FindingValues>
      action="report-finding"
      title={t('watch.finding.title')}
      hint={t('watch.finding.hint')}
      tab="reports"
      defaults={(item) => ({
        childSafeNow: '',
        medicalSent: '',
        facts: seenLast(item, nameOf),
        situations: [],
        exclusionHints: [],
        wantsSecrecy: true,
      })}
    >
      {() => (
        <>
          <FindingFields />
          <Typography sx={{ color: 'text.secondary' }}>{t('watch.finding.stays')}</Typography>
        </>
      )}
    </WatchActionPage>
  );
}

/** What a worker adds to a report from the field: help first, then what was seen, who must not know, the police. */
export function FindingFields() {
  const t = useText();
  return (
    <>
      <EmergencyCalls />
      <Section title={t('watch.finding.what')}>
        <FormAnswer name="childSafeNow" label={t('wizard.childSafeNow')} required />
        <FormText
          name="facts"
          label={t('report.facts')}
          help={t('watch.finding.factsHelp')}
          rows={5}
          maxLength={5000}
          required
        />
        <FormAnswer name="medicalSent" label={t('report.medicalSent')} required />
        <FormText name="presentPlace" label={t('report.presentPlace')} maxLength={500} />
      </Section>
      <Situations />
      <Section title={t('watch.finding.whoMustNot')}>
        <ExclusionStep />
      </Section>
      <Section title={t('watch.finding.police')}>
        <FormInstant name="policeToldAt" label={t('wizard.policeToldAt')} present />
        <FormText name="policeReceiptNo" label={t('report.policeReceiptNo')} maxLength={100} />
        <FormCheck name="wantsSecrecy" label={t('wizard.wantsSecrecy')} />
      </Section>
    </>
  );
}

/** A long list, and the words say it already: folded away, the desk decides. */
function Situations() {
  const t = useText();
  return (
    <Paper component="section" variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Box component="details">
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, pt: 1, fontWeight: 700 }}>
          {t('watch.finding.situations')}
        </Box>
        <SituationsStep />
      </Box>
    </Paper>
  );
}

/** What the last visit wrote down beside an abnormal item: nobody types it twice. */
function seenLast({ visits }: WatchItem, nameOf: (code: string) => string): string {
  const [latest] = visits ?? [];
  const abnormal = Object.entries(latest?.items ?? {})
    .filter(([, { rating }]) => rating === 'abnormal')
    .map(([code, { note }]) => `${nameOf(code)}：${note ?? ''}`);
  return [...abnormal, latest?.problems ?? ''].filter((text) => text !== '').join('\n');
}
