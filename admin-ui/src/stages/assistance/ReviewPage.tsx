import { Alert, Box, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { Case, ServiceItem } from '../../api';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { openServices } from '../../casefile/open-services';
import { Section } from '../../components';
import { ChildVoiceFields, FormChoice, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

interface ReviewFormValues {
  progress: Record<string, { rating: string; note: string }>;
}

/** 帮扶复核 (DL-049): each service, what changed, what follows. */
export function ReviewPage() {
  const t = useText();
  return (
    <CaseActionPage<ReviewFormValues>
      action="review-plan"
      title={t('review.title')}
      hint={t('review.hint')}
      tab="plans"
      defaults={() => ({ progress: {} })}
      // A draft may hold a service that has ended since.
      toBody={({ progress, ...values }, file) => ({
        ...values,
        progress: Object.fromEntries(openServices(file).map(({ id }) => [id, progress[id]])),
      })}
    >
      {(file) => (
        <>
          <ProgressSection file={file} />
          <ConclusionSection />
        </>
      )}
    </CaseActionPage>
  );
}

function ProgressSection({ file }: { file: Case }) {
  const t = useText();
  const open = openServices(file);
  return (
    <Section title={t('review.servicesTitle')}>
      {open.length === 0 && <Typography>{t('review.noServices')}</Typography>}
      {open.map((service) => (
        <ServiceProgress key={service.id} service={service} />
      ))}
    </Section>
  );
}

function ServiceProgress({ service }: { service: ServiceItem }) {
  const t = useText();
  const ratings = useCodes('SERVICE_PROGRESS');
  const { id, supportTypeName, provider, dueOn, stateName } = service;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography sx={{ color: 'text.secondary', mb: 0.5 }}>
        {[provider, stateName, `${t('plan.dueOn')} ${dueOn}`].join(' · ')}
      </Typography>
      <FormChoice
        name={`progress.${id}.rating`}
        label={`${supportTypeName}：${t('review.progress')}`}
        options={ratings}
        inline
        required
      />
      <FormText name={`progress.${id}.note`} label={t('review.note')} />
    </Box>
  );
}

function ConclusionSection() {
  const t = useText();
  const decisions = useCodes('REVIEW_DECISIONS');
  const decision = String(useFormContext().watch('decision') ?? '');
  return (
    <Section title={t('review.conclusion')}>
      <FormText name="changes" label={t('review.changes')} rows={3} required />
      <FormChoice name="decision" label={t('review.decision')} options={decisions} inline required />
      {isDecision(decision) && (
        <Alert severity={decision === 'escalate' ? 'warning' : 'info'} sx={{ mb: 2 }}>
          {t(`review.next.${decision}`)}
        </Alert>
      )}
      <FormText name="reason" label={t('review.reason')} rows={2} required />
      <ChildVoiceFields />
    </Section>
  );
}

const DECISIONS = ['continue', 'adjust', 'close', 'escalate'] as const;
const isDecision = (value: string): value is (typeof DECISIONS)[number] =>
  (DECISIONS as readonly string[]).includes(value);
