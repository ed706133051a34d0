import type { Case, ChildVoice, SafetyCheck } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import type { Fact } from '../../components';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { AssessmentView } from './AssessmentView';

/** What was found: assessments and safety checks, each newest first. */
export function AssessmentsTab({ file }: { file: Case }) {
  const t = useText();
  const checks = file.safetyChecks ?? [];
  const assessments = file.assessments ?? [];
  if (checks.length + assessments.length === 0) {
    return <EmptyState title={t('assess.emptyTitle')} hint={t('assess.emptyHint')} />;
  }
  return (
    <>
      {[...assessments].reverse().map((assessment) => (
        <AssessmentView key={assessment.id} assessment={assessment} />
      ))}
      {[...checks].reverse().map((check) => (
        <SafetyCheckView key={check.id} check={check} />
      ))}
    </>
  );
}

/** The child's own opinion, or why it was not asked. */
export function voiceFacts(voice: ChildVoice, t: Text): Fact[] {
  return voice.childOpinion === null
    ? [{ label: t('form.noOpinionReason'), value: voice.noOpinionReason }]
    : [{ label: t('form.childOpinion'), value: voice.childOpinion }];
}

function SafetyCheckView({ check }: { check: SafetyCheck }) {
  const t = useText();
  const yesNo = (value: boolean): string => t(value ? 'answer.yes' : 'answer.no');
  return (
    <Section title={t('safety.recorded', { at: formatInstant(check.arrivedAt) })}>
      <Facts
        facts={[
          { label: t('safety.decision'), value: <b>{check.decisionName}</b> },
          { label: t('safety.decisionReason'), value: check.decisionReason },
          { label: t('visit.seenChild'), value: yesNo(check.seenChild) },
          { label: t('visit.spokeAlone'), value: yesNo(check.spokeAlone) },
          { label: t('safety.medicalNeeded'), value: yesNo(check.medicalNeeded) },
          check.medical === null ? null : { label: t('safety.medical'), value: check.medical },
          { label: t('safety.personsSeen'), value: check.personsSeen },
          { label: t('safety.injuries'), value: check.injuries },
          { label: t('safety.homeCondition'), value: check.homeCondition },
          { label: t('safety.statements'), value: check.statements },
          { label: t('safety.photos'), value: check.photos },
          ...voiceFacts(check, t),
          { label: t('field.by'), value: check.checkedByName },
        ]}
      />
    </Section>
  );
}
