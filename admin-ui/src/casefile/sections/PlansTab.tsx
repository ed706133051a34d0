import { Box, Typography } from '@mui/material';
import type { Case, Plan } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { voiceFacts } from './AssessmentsTab';
import { GuidanceSection } from './GuidanceSection';
import { ReviewsSection } from './ReviewsSection';
import { ServicesSection } from './ServicesSection';

/** 帮扶方案, what comes of it and what was found when somebody looked again; earlier plans are folded away. */
export function PlansTab({ file }: { file: Case }) {
  const t = useText();
  const plans = file.plans ?? [];
  const present = plans.filter(({ state }) => state === 'proposed' || state === 'approved');
  const older = plans.filter((plan) => !present.includes(plan));
  const guidance = file.guidance ?? [];
  if (plans.length + guidance.length === 0)
    return <EmptyState title={t('plan.emptyTitle')} hint={t('plan.emptyHint')} />;
  return (
    <>
      {[...present].reverse().map((plan) => (
        <PlanView key={plan.id} plan={plan} />
      ))}
      <ServicesSection services={file.services ?? []} />
      <ReviewsSection file={file} />
      <GuidanceSection records={guidance} />
      {older.length > 0 && (
        <Box component="details">
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, fontWeight: 600 }}>
            {t('plan.older', { smart_count: older.length })}
          </Box>
          {[...older].reverse().map((plan) => (
            <PlanView key={plan.id} plan={plan} />
          ))}
        </Box>
      )}
    </>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const t = useText();
  const informed = plan.childInformed;
  return (
    <Section title={t('plan.recorded', { at: formatInstant(plan.madeAt) })}>
      {plan.goals.map(({ goal, measures, owner, dueOn, resources }, index) => (
        <Box key={`${goal}-${dueOn}`} sx={{ mb: 2 }}>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
            {t('plan.goalNumber', { number: index + 1 })}：{goal}
          </Typography>
          <Facts
            facts={[
              { label: t('plan.measures'), value: measures },
              { label: t('plan.owner'), value: owner },
              { label: t('plan.goalDueOn'), value: dueOn },
              resources === null ? null : { label: t('plan.resources'), value: resources },
            ]}
          />
        </Box>
      ))}
      <Facts
        facts={[
          { label: t('plan.stateIs'), value: <b>{plan.stateName}</b> },
          { label: t('plan.reviewOn'), value: plan.reviewOn },
          { label: t('plan.emergencyPlan'), value: plan.emergencyPlan },
          plan.adulthood === null ? null : { label: t('plan.adulthood'), value: plan.adulthood },
          { label: t('plan.familyView'), value: plan.familyView },
          ...voiceFacts(plan, t),
          informed === null
            ? null
            : { label: t('plan.childInformed'), value: t(informed ? 'answer.yes' : 'answer.no') },
          informed === false ? { label: t('plan.notInformedReason'), value: plan.notInformedReason } : null,
          { label: t('field.by'), value: plan.madeByName },
          plan.decidedAt === null
            ? null
            : {
                label: t('plan.decision'),
                value: [plan.decidedByName, formatInstant(plan.decidedAt), plan.decisionNote]
                  .filter(Boolean)
                  .join(' · '),
              },
        ]}
      />
    </Section>
  );
}
