import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { Link, useParams } from 'react-router-dom';
import { ActionBar } from '../../access';
import type { WorkOrder, WorkOrderStep } from '../../api';
import {
  AttachmentsPanel,
  DeadlineBadge,
  DeadlineList,
  Facts,
  PageHeading,
  RecordPage,
  Section,
  UrgencyChip,
} from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { workOrderForms } from './work-order-forms';

/** One work order: what is asked, until when, what was done. */
export function WorkOrderShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<WorkOrder> resource="work-orders" id={id}>
      {(order) => <OrderPage order={order} />}
    </RecordPage>
  );
}

function OrderPage({ order }: { order: WorkOrder }) {
  const t = useText();
  return (
    <>
      <PageHeading title={t(order.isLetter ? 'order.letterTitle' : 'order.title', { no: order.orderNo })}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <UrgencyChip urgency={order.urgency} />
          <Typography sx={{ fontWeight: 600 }}>{order.stateName}</Typography>
          <DeadlineBadge deadline={order.deadline} isLetter={order.isLetter} />
        </Stack>
      </PageHeading>
      <ActionBar resource="work-orders" record={order} forms={workOrderForms} />
      <Section title={t('order.what')}>
        <Typography sx={{ fontSize: '1.15rem', fontWeight: 600, whiteSpace: 'pre-line' }}>
          {order.task}
        </Typography>
        {!order.refusable && (
          <Alert severity="info" sx={{ mt: 1.5 }}>
            {t('order.notRefusable')}
          </Alert>
        )}
        <Typography component="h3" sx={{ fontWeight: 600, mt: 2 }}>
          {t('order.summary')}
        </Typography>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{order.summary ?? '—'}</Typography>
        <OrderFacts order={order} />
        {order.handedFromId !== null && (
          <Typography sx={{ mt: 1.5 }}>{t('order.handedFrom', { name: order.issuedByName })}</Typography>
        )}
        {order.canOpenCase && (
          <Button component={Link} to={`/cases/${order.caseId}`} variant="outlined" sx={{ mt: 2 }}>
            {t('order.openCase', { no: order.caseNo })}
          </Button>
        )}
      </Section>
      {order.deadline !== null && !order.isLetter && (
        <Section title={t('tab.deadlines')}>
          <DeadlineList deadlines={[order.deadline]} />
        </Section>
      )}
      <AttachmentsPanel subjectKind="work_order" subjectId={order.id} list={order.attachments} />
      <Section title={t('order.steps')}>
        {(order.steps ?? []).map((step) => (
          <StepView key={step.id} step={step} />
        ))}
      </Section>
    </>
  );
}

function OrderFacts({ order }: { order: WorkOrder }) {
  const t = useText();
  const receipt = [
    order.receiptNo,
    order.receiptPerson,
    order.receiptAt === null ? null : formatInstant(order.receiptAt),
  ];
  return (
    <Facts
      facts={[
        { label: t('field.child'), value: order.childName },
        { label: t('report.situations'), value: order.situationName },
        { label: t('order.agency'), value: `${order.agencyName}（${order.roleName}）` },
        { label: t('order.issuedBy'), value: order.issuedByName },
        { label: t('order.issuedAt'), value: formatInstant(order.issuedAt) },
        { label: t('order.acceptedAt'), value: formatInstant(order.acceptedAt) },
        { label: t('order.finishedAt'), value: formatInstant(order.finishedAt) },
        { label: t('order.expectedOn'), value: order.expectedOn },
        { label: t('order.article'), value: order.article },
        order.rulingNo === null ? null : { label: t('order.rulingNo'), value: order.rulingNo },
        order.refusals === 0 ? null : { label: t('order.refusals'), value: String(order.refusals) },
        order.onBehalf ? { label: t('order.onBehalf'), value: receipt.filter(Boolean).join(' · ') } : null,
      ]}
    />
  );
}

function StepView({ step }: { step: WorkOrderStep }) {
  return (
    <Box sx={{ borderLeft: '3px solid', borderColor: 'primary.light', pl: 2, pb: 1.5 }}>
      <Typography sx={{ fontWeight: 600 }}>
        {[step.stepName, step.codeName, step.number].filter(Boolean).join(' · ')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[formatInstant(step.at), step.agencyName, step.actorName].filter(Boolean).join(' · ')}
      </Typography>
      {step.note !== null && <Typography sx={{ whiteSpace: 'pre-line' }}>{step.note}</Typography>}
    </Box>
  );
}
