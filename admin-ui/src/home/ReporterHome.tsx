import { Box, Button, Chip, LinearProgress, Typography } from '@mui/material';
import { useGetList } from 'ra-core';
import { Link } from 'react-router-dom';
import type { Home, Report } from '../api';
import { EmptyState, PageHeading, RecordTable, Section } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';

/** A reporter's home: one large button, and what became of the reports made so far. */
export function ReporterHome({ home }: { home: Home }) {
  const t = useText();
  const { data, isPending } = useGetList<Report>('reports', { pagination: { page: 1, perPage: 20 } });
  return (
    <>
      <PageHeading title={home.title} />
      <Box sx={{ bgcolor: 'primary.main', color: '#fff', borderRadius: 2, p: { xs: 2.5, md: 4 }, mb: 2 }}>
        <Typography sx={{ fontSize: '1.25rem', fontWeight: 700 }}>{t('wizard.promise')}</Typography>
        <Typography sx={{ mb: 2 }}>{t('wizard.care')}</Typography>
        <Button
          component={Link}
          to="/reports/new"
          variant="contained"
          size="large"
          sx={{
            bgcolor: '#fff',
            color: 'primary.main',
            fontSize: '1.3rem',
            px: 4,
            py: 1.5,
            '&:hover': { bgcolor: '#e7f1f0' },
          }}
        >
          {t('home.report')}
        </Button>
      </Box>
      <Section title={t('home.myReports')}>
        {isPending && <LinearProgress />}
        {data?.length === 0 && <EmptyState title={t('home.noReports')} hint={t('home.noReportsHint')} />}
        {data !== undefined && data.length > 0 && (
          <RecordTable
            label={t('home.myReports')}
            records={data}
            linkTo={({ id }) => `/reports/${id}`}
            columns={[
              { key: 'no', label: t('report.no'), render: ({ reportNo }) => reportNo },
              {
                key: 'at',
                label: t('report.reportedAt'),
                render: ({ reportedAt }) => formatInstant(reportedAt),
              },
              {
                key: 'progress',
                label: t('report.progress'),
                render: ({ progress }) => <Chip size="small" label={progress} />,
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
