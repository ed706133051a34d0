import CheckCircle from '@mui/icons-material/CheckCircle';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router-dom';
import { ActionBar } from '../../access';
import type { Report } from '../../api';
import { DeadlineList, RecordPage, Section, usePageTitle } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { FilingBanner } from './FilingBanner';
import { PoliceBanner } from './PoliceBanner';
import { reportForms } from './report-forms';

/** The receipt of a report: a page with its own address, not a message that disappears. */
export function ReportSent() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Report> resource="reports" id={id}>
      {(report) => <Receipt report={report} />}
    </RecordPage>
  );
}

function Receipt({ report }: { report: Report }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t('sent.title'));
  useEffect(() => heading.current?.focus(), []);
  return (
    <Box sx={{ maxWidth: 820, mx: 'auto' }}>
      <Paper
        variant="outlined"
        sx={{ p: { xs: 2.5, md: 4 }, mb: 2, textAlign: 'center', bgcolor: '#e5f4ea' }}
      >
        <CheckCircle color="success" sx={{ fontSize: 56 }} aria-hidden />
        <Typography component="h1" variant="h5" tabIndex={-1} ref={heading} sx={{ fontWeight: 700 }}>
          {t('sent.title')}
        </Typography>
        <Typography sx={{ mt: 1 }}>{t('sent.number')}</Typography>
        <Typography sx={{ fontSize: '1.8rem', fontWeight: 700, letterSpacing: 1 }}>
          {report.reportNo}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {t('sent.at', { at: formatInstant(report.reportedAt) })}
        </Typography>
      </Paper>
      <PoliceBanner report={report} />
      <FilingBanner report={report} />
      <ActionBar
        resource="reports"
        record={report}
        forms={reportForms}
        only={['record-police', 'record-filing']}
      />
      <Section title={t('sent.next')}>
        <ol>
          <li>{t('sent.step1')}</li>
          <li>{t('sent.step2')}</li>
          <li>{t('sent.step3')}</li>
          <li>{t('sent.step4')}</li>
        </ol>
        <Typography sx={{ fontWeight: 600 }}>{t('wizard.care')}</Typography>
      </Section>
      {report.deadlines !== null && report.deadlines.length > 0 && (
        <Section title={t('sent.deadlines')}>
          <DeadlineList deadlines={report.deadlines} />
        </Section>
      )}
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        <Button component={Link} to={`/reports/${report.id}`} variant="contained">
          {t('sent.open')}
        </Button>
        <Button component={Link} to={`/reports/${report.id}#attachments`} variant="outlined">
          {t('attachment.afterReport')}
        </Button>
        <Button component={Link} to="/" variant="outlined">
          {t('sent.home')}
        </Button>
      </Stack>
    </Box>
  );
}
