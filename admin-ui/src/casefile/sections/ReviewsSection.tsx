import type { Case, PlanReview } from '../../api';
import { Facts, Section } from '../../components';
import type { Fact } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { voiceFacts } from './AssessmentsTab';

/** 帮扶复核, newest first. */
export function ReviewsSection({ file }: { file: Case }) {
  return [...(file.planReviews ?? [])]
    .reverse()
    .map((review) => <ReviewView key={review.id} file={file} review={review} />);
}

function ReviewView({ file, review }: { file: Case; review: PlanReview }) {
  const t = useText();
  const nameOf = (serviceId: string): string =>
    file.services?.find(({ id }) => id === serviceId)?.supportTypeName ?? t('plan.service');
  const progress = review.progress.map(({ serviceId, ratingName, note }): Fact => ({
    label: nameOf(serviceId),
    value: [ratingName, note].filter(Boolean).join(' · '),
  }));
  return (
    <Section title={t('review.recorded', { at: formatInstant(review.reviewedAt) })}>
      <Facts
        facts={[
          { label: t('review.decision'), value: <b>{review.decisionName}</b> },
          { label: t('review.reason'), value: review.reason },
          { label: t('review.changes'), value: review.changes },
          ...progress,
          ...voiceFacts(review, t),
          { label: t('field.by'), value: review.reviewedByName },
        ]}
      />
    </Section>
  );
}
