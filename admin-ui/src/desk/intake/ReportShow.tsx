import { Box, Stack, Typography } from '@mui/material';
import { useParams } from 'react-router-dom';
import { ActionBar } from '../../access';
import type { Report } from '../../api';
import {
  AttachmentsPanel,
  DeadlineBadge,
  DeadlineList,
  Facts,
  PageHeading,
  RecordPage,
  Section,
  Timeline,
  UrgencyChip,
} from '../../components';
import { useText } from '../../i18n/use-text';
import { findNextDeadline, formatInstant, useCodeName } from '../../lib';
import { FilingBanner } from './FilingBanner';
import { PoliceBanner } from './PoliceBanner';
import { ReportContentView } from './ReportContentView';
import { RelatedRecords } from './RelatedRecords';
import { ReportRecords, RetractionNote } from './ReportRecords';
import { useSituationNames } from './ReportList';
import { reportForms } from './report-forms';

/** One report: what was said, what became of it, what can be done now. */
export function ReportShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Report> resource="reports" id={id}>
      {(report) => <ReportPage report={report} />}
    </RecordPage>
  );
}

function ReportPage({ report }: { report: Report }) {
  const t = useText();
  const next = findNextDeadline(report.deadlines);
  return (
    <>
      <PageHeading title={t('report.title', { no: report.reportNo })}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <UrgencyChip urgency={report.urgency} />
          <Typography sx={{ fontWeight: 600 }}>
            {report.isOwn ? report.progress : report.stateName}
          </Typography>
          {next !== undefined && <DeadlineBadge deadline={next} />}
        </Stack>
      </PageHeading>
      <PoliceBanner report={report} />
      <FilingBanner report={report} />
      <RetractionNote report={report} />
      <ActionBar resource="reports" record={report} forms={reportForms} />
      {report.isOwn && <Feedback report={report} />}
      {report.related !== null && <RelatedRecords related={report.related} />}
      <Overview report={report} />
      {report.content !== null && <ReportContentView content={report.content} />}
      <ReportRecords report={report} />
      {!report.isOwn && <Feedback report={report} />}
      <Additions report={report} />
      <AttachmentsPanel subjectKind="report" subjectId={report.id} list={report.attachments} />
      {report.deadlines !== null && report.deadlines.length > 0 && (
        <Section title={t('tab.deadlines')}>
          <DeadlineList deadlines={report.deadlines} />
        </Section>
      )}
      {report.timeline !== null && (
        <Section title={t('tab.timeline')}>
          <Timeline entries={report.timeline} />
        </Section>
      )}
    </>
  );
}

function Overview({ report }: { report: Report }) {
  const t = useText();
  const situations = useSituationNames();
  const channel = useCodeName('CHANNELS');
  const unit = useCodeName('REPORTER_UNIT_TYPES');
  const hint = useCodeName('EXCLUSION_HINTS');
  const hints = report.exclusionHints.map((code) => hint(code)).join('、');
  return (
    <Section title={t('report.overview')}>
      <Facts
        facts={[
          { label: t('report.situations'), value: situations(report.situations) },
          { label: t('report.childSafeNow'), value: t(`answer.${report.childSafeNow}`) },
          { label: t('report.reportedAt'), value: formatInstant(report.reportedAt) },
          { label: t('report.discoveredAt'), value: formatInstant(report.discoveredAt) },
          { label: t('field.region'), value: report.regionName },
          { label: t('report.childCount'), value: report.childCount },
          { label: t('report.channel'), value: channel(report.channel) },
          { label: t('report.unitType'), value: unit(report.unitType) },
          { label: t('report.receivedAt'), value: formatInstant(report.receivedAt) },
          { label: t('report.triagedAt'), value: formatInstant(report.triagedAt) },
          {
            label: t('report.police'),
            value:
              report.policeToldAt === null
                ? t('report.policeNotTold')
                : [formatInstant(report.policeToldAt), report.policeReceiptNo].filter(Boolean).join(' · '),
          },
          {
            label: t('report.authorityToldAt'),
            value:
              report.authorityToldAt === null
                ? null
                : [formatInstant(report.authorityToldAt), report.authorityName, report.authorityReceiptNo]
                    .filter(Boolean)
                    .join(' · '),
          },
          { label: t('report.whoMustNotKnow'), value: hints },
          {
            label: t('report.reporter'),
            value: t(sealText(report)),
          },
        ]}
      />
    </Section>
  );
}

/** What a reader is told about the reporter. */
function sealText({ isOwn, wantsSecrecy }: Report) {
  if (isOwn) return 'report.sealedOwn';
  return wantsSecrecy ? 'report.sealedSecret' : 'report.sealed';
}

function Feedback({ report: { feedback } }: { report: Report }) {
  const t = useText();
  if (feedback === null || feedback.length === 0) return null;
  return (
    <Section title={t('report.feedback')}>
      {feedback.map(({ id, stageName, text, givenAt }) => (
        <Note key={id} head={`${stageName} · ${formatInstant(givenAt)}`} text={text} />
      ))}
    </Section>
  );
}

function Additions({ report: { additions } }: { report: Report }) {
  const t = useText();
  if (additions === null || additions.length === 0) return null;
  return (
    <Section title={t('report.additions')}>
      {additions.map(({ id, kind, text, addedAt }) => (
        <Note
          key={id}
          head={[formatInstant(addedAt), kind === 'retraction' ? t('road.retraction') : '']
            .filter(Boolean)
            .join(' · ')}
          text={text}
        />
      ))}
    </Section>
  );
}

function Note({ head, text }: { head: string; text: string }) {
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {head}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-line' }}>{text}</Typography>
    </Box>
  );
}
