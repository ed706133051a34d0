import { Chip } from '@mui/material';
import type { WorkOrder } from '../../api';
import { DeadlineBadge, ListPage, UrgencyChip } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { isAskedByLetter } from '../../access';
import { useSession } from '../../lib';

/** The inbox of an agency, and what it sent out itself. */
export function WorkOrderList() {
  const t = useText();
  const session = useSession();
  const { permissions } = session;
  const isLetters = isAskedByLetter(session);
  const isIssuer = permissions.includes('work-order.supervise');
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'mine', label: t('order.view.mine'), filter: { box: 'mine' } },
    { key: 'issued', label: t('order.view.issued'), filter: { box: 'mine', state: 'issued' } },
    { key: 'accepted', label: t('order.view.accepted'), filter: { box: 'mine', state: 'accepted' } },
    ...(isLetters ? [] : [{ key: 'overdue', label: t('order.view.overdue'), filter: { overdue: 'true' } }]),
    ...(isIssuer ? issuerViews(t) : []),
  ];
  const columns: Column<WorkOrder>[] = [
    { key: 'no', label: t('order.no'), render: ({ orderNo }) => orderNo },
    {
      key: 'deadline',
      label: t('field.deadline'),
      render: ({ deadline, isLetter }) => <DeadlineBadge deadline={deadline} isLetter={isLetter} />,
    },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    {
      key: 'state',
      label: t('field.state'),
      render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
    },
    { key: 'task', wide: 200, label: t('order.task'), render: ({ task }) => task },
    {
      key: 'agency',
      wide: 130,
      label: t('order.agency'),
      render: ({ agencyName, roleName }) => `${agencyName}（${roleName}）`,
    },
    { key: 'child', label: t('field.child'), render: ({ childName }) => childName ?? '—' },
  ];
  return (
    <ListPage<WorkOrder>
      resource="work-orders"
      title={t(isLetters ? 'letter.menu' : 'menu.workOrders')}
      views={views}
      initial={isIssuer ? {} : { box: 'mine' }}
      columns={columns}
      linkTo={({ id }) => `/work-orders/${id}`}
      empty={
        isLetters
          ? { title: t('letter.emptyTitle'), hint: t('letter.emptyHint') }
          : { title: t('order.emptyTitle'), hint: t('order.emptyHint') }
      }
    />
  );
}

function issuerViews(t: Text): View[] {
  return [
    { key: 'returned', label: t('order.view.returned'), filter: { state: 'returned' } },
    { key: 'ruling', label: t('order.view.ruling'), filter: { waiting: 'ruling' } },
    { key: 'expected', label: t('order.view.expected'), filter: { waiting: 'expected' } },
    { key: 'ask-again', label: t('order.view.askAgain'), filter: { waiting: 'ask-again' } },
    { key: 'sent', label: t('order.view.sent'), filter: { box: 'issued' } },
  ];
}
