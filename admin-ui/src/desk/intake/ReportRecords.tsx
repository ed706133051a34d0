import { Alert, Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Report, ReportScreening, ReportTransfer } from '../../api';
import { Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { WatchLinks } from '../../stages/monitoring/watch/WatchLinks';

/** What was decided about a report, and what belongs to it: each part only where there is something. */
export function ReportRecords({ report }: { report: Report }) {
  return (
    <>
      <Duplicates report={report} />
      <Screenings screenings={report.screenings} />
      <Transfers transfers={report.transfers} />
      <Cases report={report} />
      {report.channel === 'PATROL' && <WatchLinks filter={{ reportId: report.id }} />}
    </>
  );
}

/** The reporter took it back: said once, on top, for whoever works on it. */
export function RetractionNote({ report }: { report: Report }) {
  const t = useText();
  if (report.retractedAt === null || report.isOwn) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('road.retracted', { at: formatInstant(report.retractedAt) })}
    </Alert>
  );
}

function Cases({ report: { cases } }: { report: Report }) {
  const t = useText();
  if (cases === null || cases.length === 0) return null;
  return (
    <Section title={t('report.cases')}>
      {cases.map(({ id, caseNo, phaseName }) => (
        <Box key={id} sx={{ py: 0.5 }}>
          <Link component={RouterLink} to={`/cases/${id}`} sx={{ fontWeight: 600 }}>
            {caseNo}
          </Link>{' '}
          {phaseName}
        </Box>
      ))}
    </Section>
  );
}

function Duplicates({ report: { duplicateOf, duplicates } }: { report: Report }) {
  const t = useText();
  const later = duplicates ?? [];
  if (duplicateOf === null && later.length === 0) return null;
  const link = ({ id, reportNo }: { id: string; reportNo: string }) => (
    <Link key={id} component={RouterLink} to={`/reports/${id}`} sx={{ mr: 1.5 }}>
      {reportNo}
    </Link>
  );
  return (
    <Section title={t('road.duplicates')}>
      <Facts
        facts={[
          duplicateOf === null ? null : { label: t('road.isDuplicateOf'), value: link(duplicateOf) },
          later.length === 0 ? null : { label: t('road.hasDuplicates'), value: later.map(link) },
        ]}
      />
    </Section>
  );
}

function Screenings({ screenings }: { screenings: ReportScreening[] | null }) {
  const t = useText();
  if (screenings === null || screenings.length === 0) return null;
  return (
    <Section title={t('road.screenings')}>
      {screenings.map((screening) => (
        <Box key={screening.id} sx={{ mb: 2 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <ScreeningRoad screening={screening} />
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{screening.reason}</Typography>
          <Facts
            facts={[
              { label: t('road.checks'), value: screening.checkNames.join('；') },
              screening.remark === null ? null : { label: t('road.remark'), value: screening.remark },
            ]}
          />
        </Box>
      ))}
    </Section>
  );
}

function ScreeningRoad({ screening }: { screening: ReportScreening }) {
  const t = useText();
  const { proposedBy, proposedAt, outcome, decidedBy, decidedAt, revivedAt } = screening;
  const decided = { name: decidedBy ?? '', at: formatInstant(decidedAt) };
  const decision =
    outcome === null
      ? t('road.waiting')
      : t(outcome === 'confirmed' ? 'road.decidedConfirmed' : 'road.decidedReturned', decided);
  const parts = [
    t('road.proposed', { name: proposedBy, at: formatInstant(proposedAt) }),
    decision,
    revivedAt === null ? '' : t('road.revived', { at: formatInstant(revivedAt) }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function Transfers({ transfers }: { transfers: ReportTransfer[] | null }) {
  const t = useText();
  if (transfers === null || transfers.length === 0) return null;
  return (
    <Section title={t('road.transfers')}>
      {transfers.map((transfer) => (
        <Box key={transfer.id} sx={{ mb: 2 }}>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
            {t('road.letter', { no: transfer.letterNo })} · {transfer.stateName}
          </Typography>
          <Facts
            facts={[
              { label: t('road.receiver'), value: transfer.receiver },
              { label: t('road.sentAt'), value: formatInstant(transfer.sentAt) },
              { label: t('road.transferReason'), value: transfer.reason },
              transfer.materials === null
                ? null
                : { label: t('road.transferMaterials'), value: transfer.materials },
              transfer.repliedAt === null
                ? null
                : {
                    label: t('road.repliedAt'),
                    value: [formatInstant(transfer.repliedAt), transfer.person, transfer.receiptNo]
                      .filter(Boolean)
                      .join(' · '),
                  },
              transfer.refusal === null ? null : { label: t('road.refusal'), value: transfer.refusal },
            ]}
          />
        </Box>
      ))}
    </Section>
  );
}
