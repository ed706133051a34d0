import { Alert, Chip } from '@mui/material';
import { ActionBar } from '../../access';
import type { Case, WorkOrder } from '../../api';
import { DeadlineBadge, EmptyState, RecordTable, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { coreForms } from '../forms/core-forms';
import { NoticesSection } from './NoticesSection';

/** A button here, whatever menu of the action bar it stands in. */
const FURTHER = { 'issue-order': { ...coreForms['issue-order'], group: () => undefined } };

/** The work orders of a case: who was asked, who leads, the way to ask somebody else, and who was only told. */
export function OrdersTab({ file }: { file: Case }) {
  const t = useText();
  const orders = file.workOrders ?? [];
  const notices = file.agencyNotices ?? [];
  return (
    <>
      {lacksLead(file) && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('furtherOrder.noLead')}
        </Alert>
      )}
      <ActionBar resource="cases" record={file} forms={FURTHER} only={['issue-order']} />
      {orders.length === 0 ? (
        <EmptyState title={t('order.emptyTitle')} hint={t('order.emptyHint')} />
      ) : (
        <OrderTable orders={orders} />
      )}
      {notices.length > 0 && <NoticesSection notices={notices} />}
    </>
  );
}

/** Said to who can name a lead, while the work goes on. */
function lacksLead({ phase, workOrders, allowedActions }: Case): boolean {
  const mayIssue = allowedActions.some(
    ({ action, reason }) => action === 'issue-order' && reason === undefined,
  );
  return phase === 'open' && mayIssue && workOrders?.some(({ leads }) => leads) !== true;
}

function OrderTable({ orders }: { orders: readonly WorkOrder[] }) {
  const t = useText();
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
