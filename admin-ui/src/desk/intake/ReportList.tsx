import { Button, Chip } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Report } from '../../api';
import { DeadlineBadge, ListPage, UrgencyChip } from '../../components';
import type { Column } from '../../components';
import { useText } from '../../i18n/use-text';
import { findNextDeadline, formatInstant, useReference, useSession } from '../../lib';
import { reportViews } from './report-views';

/** The queue of reports; a reporter sees only what it reported itself. */
export function ReportList() {
  const t = useText();
  const { permissions } = useSession();
  const names = useSituationNames();
  const isIntake = permissions.includes('report.receive');
  const columns: Column<Report>[] = [
    { key: 'no', label: t('report.no'), render: ({ reportNo }) => reportNo },
    {
      key: 'deadline',
      label: t('field.deadline'),
      render: ({ deadlines }) => <DeadlineBadge deadline={findNextDeadline(deadlines)} />,
    },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    { key: 'state', label: t('field.state'), render: (report) => <StateChip report={report} /> },
    {
      key: 'situations',
      wide: 200,
      label: t('report.situations'),
      render: ({ situations }) => names(situations),
    },
    {
      key: 'at',
      wide: 96,
      label: t('report.reportedAt'),
      render: ({ reportedAt }) => <DayAndTime instant={reportedAt} />,
    },
    { key: 'region', wide: 96, label: t('field.region'), render: ({ regionName }) => regionName ?? '—' },
  ];
  const newReport = { label: t('home.report'), to: '/reports/new' };
  return (
    <ListPage<Report>
      resource="reports"
      title={t(isIntake ? 'report.queue' : 'home.myReports')}
      views={reportViews(isIntake, t)}
      columns={columns}
      linkTo={({ id }) => `/reports/${id}`}
      empty={{ title: t('report.emptyTitle'), hint: t('report.emptyHint'), action: newReport }}
      buttons={
        permissions.includes('report.file') && (
          <Button component={Link} to={newReport.to} variant="contained">
            {newReport.label}
          </Button>
        )
      }
    />
  );
}

/** The day above the time where the table is narrow. */
function DayAndTime({ instant }: { instant: string }) {
  const [day, time] = formatInstant(instant).split(' ');
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{day}</span> {time}
    </>
  );
}

function StateChip({ report }: { report: Report }) {
  return <Chip size="small" variant="outlined" label={report.isOwn ? report.progress : report.stateName} />;
}

/** The short names of situation codes, in one line. */
export function useSituationNames(): (codes: readonly string[]) => string {
  const situations = useReference()?.situations ?? [];
  return (codes) =>
    codes.map((code) => situations.find((item) => item.code === code)?.name ?? code).join('；') || '—';
}
