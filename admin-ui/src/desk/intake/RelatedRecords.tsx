import { Alert, Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { RelatedRecords as Related } from '../../api';
import { Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** Earlier reports and cases that may be of the same child; nothing at all when there are none. */
export function RelatedRecords({ related }: { related: Related }) {
  const t = useText();
  const { reports, cases, repeated } = related;
  if (reports.length === 0 && cases.length === 0) return null;
  const isScreened = reports.some(({ screenOutReason }) => screenOutReason !== null);
  const why = (sameId: boolean): string => t(sameId ? 'road.sameId' : 'road.sameName');
  return (
    <Section title={t('road.related')}>
      {isScreened && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {t('road.screenedBefore')}
        </Alert>
      )}
      {repeated && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('road.repeated')}
        </Alert>
      )}
      <Typography sx={{ mb: 1, color: 'text.secondary' }}>{t('road.relatedHint')}</Typography>
      {reports.length > 0 && <Heading text={t('road.earlierReports')} />}
      {reports.map(({ id, reportNo, reportedAt, stateName, sameId, screenOutReason }) => (
        <Box key={id} sx={{ py: 0.5 }}>
          <Link component={RouterLink} to={`/reports/${id}`} sx={{ fontWeight: 600 }}>
            {reportNo}
          </Link>{' '}
          {[formatInstant(reportedAt), stateName, why(sameId)].join(' · ')}
          {screenOutReason !== null && (
            <Typography>{t('road.screenedBecause', { reason: screenOutReason })}</Typography>
          )}
        </Box>
      ))}
      {cases.length > 0 && <Heading text={t('road.earlierCases')} />}
      {cases.map(({ id, caseNo, phaseName, sameId }) => (
        <Box key={id} sx={{ py: 0.5 }}>
          <Link component={RouterLink} to={`/cases/${id}`} sx={{ fontWeight: 600 }}>
            {caseNo}
          </Link>{' '}
          {[phaseName, why(sameId)].join(' · ')}
        </Box>
      ))}
    </Section>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Typography component="h3" sx={{ fontWeight: 600, mt: 1 }}>
      {text}
    </Typography>
  );
}
