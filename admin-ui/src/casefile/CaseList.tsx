import { Chip } from '@mui/material';
import type { Case } from '../api';
import { ListPage, UrgencyChip } from '../components';
import type { Column, View } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant, useSession } from '../lib';

/** The cases this person takes part in. */
export function CaseList() {
  const t = useText();
  const { permissions } = useSession();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'open', label: t('case.view.open'), filter: { phase: 'open' } },
    { key: 'mine', label: t('case.view.mine'), filter: { worker: 'me', phase: 'open' } },
    { key: 'emergency', label: t('case.view.emergency'), filter: { stage: 'emergency', phase: 'open' } },
    { key: 'overdue', label: t('case.view.overdue'), filter: { overdue: 'true' } },
    ...(permissions.includes('case.confirm-assessment')
      ? [{ key: 'assessment', label: t('case.view.assessment'), filter: { assessment: 'pending' } }]
      : []),
    ...(permissions.includes('case.approve-plan')
      ? [{ key: 'plan', label: t('case.view.plan'), filter: { plan: 'pending' } }]
      : []),
    { key: 'closing', label: t('case.view.closing'), filter: { phase: 'closing' } },
    { key: 'closed', label: t('case.view.closed'), filter: { phase: 'closed' } },
    { key: 'follow-up', label: t('case.view.followUp'), filter: { phase: 'follow_up' } },
    { key: 'suspended', label: t('case.view.suspended'), filter: { phase: 'suspended' }, rare: true },
    {
      key: 'transferring',
      label: t('case.view.transferring'),
      filter: { phase: 'transferring' },
      rare: true,
    },
    { key: 'frozen', label: t('case.view.frozen'), filter: { phase: 'frozen' }, rare: true },
    { key: 'archived', label: t('case.view.archived'), filter: { phase: 'archived' }, rare: true },
  ];
  const columns: Column<Case>[] = [
    { key: 'no', label: t('case.no'), render: ({ caseNo }) => caseNo },
    { key: 'child', label: t('field.child'), render: ({ childName }) => childName ?? t('case.nameHidden') },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    {
      key: 'risk',
      label: t('case.risk'),
      render: ({ riskLevelName }) => riskLevelName ?? t('case.notAssessed'),
    },
    {
      key: 'phase',
      label: t('field.state'),
      render: (file) => <Chip size="small" variant="outlined" label={stateText(file)} />,
    },
    {
      key: 'worker',
      wide: 130,
      label: t('case.worker'),
      render: ({ workerAgencyName, workerUserName }) =>
        [workerAgencyName, workerUserName].filter(Boolean).join(' ') || '—',
    },
    { key: 'region', label: t('field.region'), render: ({ regionName }) => regionName ?? '—' },
    { key: 'at', label: t('case.openedAt'), render: ({ openedAt }) => formatInstant(openedAt) },
  ];
  return (
    <ListPage<Case>
      resource="cases"
      title={t('menu.cases')}
      views={views}
      columns={columns}
      linkTo={({ id }) => `/cases/${id}`}
      empty={{
        title: t('case.emptyTitle'),
        hint: t('case.emptyHint'),
        action: { label: t('menu.workOrders'), to: '/work-orders' },
      }}
    />
  );
}

function stateText({ phase, phaseName, stages }: Case): string {
  const open = stages.filter(({ closedAt }) => closedAt === null).map(({ stageName }) => stageName);
  return phase === 'open' && open.length > 0 ? open.join('、') : phaseName;
}
