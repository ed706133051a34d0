import { Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { Case, Plan, ServiceItem } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { voiceFacts } from './AssessmentsTab';

/** 帮扶方案 and its services. */
export function PlansTab({ file }: { file: Case }) {
  const t = useText();
  const plans = file.plans ?? [];
  if (plans.length === 0) return <EmptyState title={t('plan.emptyTitle')} hint={t('plan.emptyHint')} />;
  return (
    <>
      {plans.map((plan) => (
        <PlanView key={plan.id} plan={plan} />
      ))}
      <Services services={file.services ?? []} />
    </>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const t = useText();
  return (
    <Section title={t('plan.recorded', { at: formatInstant(plan.madeAt) })}>
      <Facts
        facts={[
          { label: t('plan.goals'), value: plan.goals },
          { label: t('plan.measures'), value: plan.measures },
          { label: t('plan.emergencyPlan'), value: plan.emergencyPlan },
          { label: t('plan.reviewOn'), value: plan.reviewOn },
          ...voiceFacts(plan, t),
          { label: t('field.by'), value: plan.madeByName },
        ]}
      />
    </Section>
  );
}

function Services({ services }: { services: readonly ServiceItem[] }) {
  const t = useText();
  if (services.length === 0) return null;
  return (
    <Section title={t('plan.services')}>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('plan.services')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('plan.supportType')}</TableCell>
              <TableCell>{t('plan.provider')}</TableCell>
              <TableCell>{t('plan.dueOn')}</TableCell>
              <TableCell>{t('field.state')}</TableCell>
              <TableCell>{t('plan.result')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {services.map(({ id, supportTypeName, provider, dueOn, completedAt, result }) => (
              <TableRow key={id}>
                <TableCell>{supportTypeName}</TableCell>
                <TableCell>{provider}</TableCell>
                <TableCell>{dueOn}</TableCell>
                <TableCell>
                  <Chip
                    size="small"
                    color={completedAt === null ? 'default' : 'success'}
                    label={
                      completedAt === null
                        ? t('plan.open')
                        : t('plan.completed', { at: formatInstant(completedAt) })
                    }
                  />
                </TableCell>
                <TableCell>{result ?? '—'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
