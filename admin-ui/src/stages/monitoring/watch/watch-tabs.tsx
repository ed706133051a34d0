import { Link } from '@mui/material';
import type { ComponentType } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { WatchItem, WatchVisit } from '../../../api';
import { VisitsTab } from '../../../casefile/sections/VisitsTab';
import { DeadlineList, EmptyState, RecordTable, Section, Timeline } from '../../../components';
import type { Fact } from '../../../components';
import { useText } from '../../../i18n/use-text';
import type { MessageKey, Text } from '../../../i18n/use-text';
import { formatInstant } from '../../../lib';
import { CareTab } from './CareTab';
import { FileTab } from './FileTab';

interface WatchTab {
  /** Stands in the address: ?tab=… */
  key: string;
  label: MessageKey;
  Content: ComponentType<{ item: WatchItem }>;
}

export const WATCH_TABS: readonly WatchTab[] = [
  { key: 'file', label: 'watch.tab.file', Content: FileTab },
  { key: 'visits', label: 'tab.visits', Content: Visits },
  { key: 'care', label: 'watch.tab.care', Content: CareTab },
  { key: 'reports', label: 'watch.tab.reports', Content: Reports },
  {
    key: 'deadlines',
    label: 'tab.deadlines',
    Content: ({ item }) => <DeadlineList deadlines={item.deadlines} />,
  },
  { key: 'timeline', label: 'tab.timeline', Content: History },
];

function Visits({ item }: { item: WatchItem }) {
  const t = useText();
  return <VisitsTab<WatchVisit> visits={item.visits} more={(visit) => dangers(visit, t)} />;
}

/** The two dangers of 未成年人保护法 art 21, and what was late. */
function dangers({ leftUnattended, livesAlone, plannedOn, missed }: WatchVisit, t: Text): Fact[] {
  const yesNo = (value: boolean): string => t(value ? 'answer.yes' : 'answer.no');
  return [
    { label: t('watch.visit.leftUnattended'), value: yesNo(leftUnattended) },
    { label: t('watch.visit.livesAlone'), value: yesNo(livesAlone) },
    {
      label: t('watch.visit.plannedOn'),
      value: missed === 0 ? plannedOn : t('watch.missedOn', { on: plannedOn ?? '—', count: missed }),
    },
  ];
}

/** What was reported, and the cases of the child, as far as the reader knows of them. */
function Reports({ item: { reports, cases } }: { item: WatchItem }) {
  const t = useText();
  return (
    <>
      {reports === null || reports.length === 0 ? (
        <EmptyState title={t('watch.reports.emptyTitle')} hint={t('watch.reports.emptyHint')} />
      ) : (
        <Section title={t('watch.tab.reports')}>
          <RecordTable
            label={t('watch.tab.reports')}
            records={reports.map((report) => ({ ...report, id: report.reportId }))}
            linkTo={({ id }) => `/reports/${id}`}
            columns={[
              { key: 'no', label: t('report.no'), render: ({ reportNo }) => reportNo },
              { key: 'at', label: t('report.reportedAt'), render: ({ filedAt }) => formatInstant(filedAt) },
              { key: 'state', label: t('field.state'), render: ({ stateName }) => stateName },
            ]}
          />
        </Section>
      )}
      {cases !== null && cases.length > 0 && (
        <Section title={t('menu.cases')}>
          {cases.map(({ id, caseNo, phaseName }) => (
            <div key={id}>
              <Link component={RouterLink} to={`/cases/${id}`} sx={{ display: 'inline-block', py: 1 }}>
                {caseNo}
              </Link>{' '}
              {phaseName}
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function History({ item }: { item: WatchItem }) {
  const t = useText();
  return (
    <Section title={t('tab.timeline')}>
      <Timeline entries={item.timeline} />
    </Section>
  );
}
