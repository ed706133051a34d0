import { Chip } from '@mui/material';
import type { WorkOrder } from '../../api';
import { DeadlineBadge, EmptyState, RecordTable, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** The work orders of a case. */
export function OrdersTab({ orders }: { orders: readonly WorkOrder[] | null }) {
  const t = useText();
  if (orders === null || orders.length === 0) {
    return <EmptyState title={t('order.emptyTitle')} hint={t('order.emptyHint')} />;
  }
  return (
    <Section title={t('tab.orders')}>
      <RecordTable
        label={t('tab.orders')}
        records={orders}
        linkTo={({ id }) => `/work-orders/${id}`}
        columns={[
          { key: 'no', label: t('order.no'), render: ({ orderNo }) => orderNo },
          {
            key: 'deadline',
            label: t('field.deadline'),
            render: ({ deadline, isLetter }) => <DeadlineBadge deadline={deadline} isLetter={isLetter} />,
          },
          {
            key: 'agency',
            wide: 130,
            label: t('order.agency'),
            render: ({ agencyName, roleName }) => `${agencyName}（${roleName}）`,
          },
          { key: 'task', wide: 200, label: t('order.task'), render: ({ task }) => task },
          {
            key: 'state',
            label: t('field.state'),
            render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
          },
          { key: 'at', label: t('order.issuedAt'), render: ({ issuedAt }) => formatInstant(issuedAt) },
        ]}
      />
    </Section>
  );
}
