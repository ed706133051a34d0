import { Alert, Box, Typography } from '@mui/material';
import type { Assessment } from '../../api';
import { Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useReference } from '../../lib';
import { voiceFacts } from './AssessmentsTab';

/** One assessment: what it found, whether it counts, and who else looked at it. For case workers only, never for the family. */
export function AssessmentView({ assessment }: { assessment: Assessment }) {
  const t = useText();
  const { state, score, scoreUpTo } = assessment;
  return (
    <Section title={`${assessment.instrumentTitle} · ${formatInstant(assessment.assessedAt)}`}>
      {state === 'proposed' && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('assess.waits')}
        </Alert>
      )}
      <Facts
        facts={[
          { label: t('assess.level'), value: <b>{assessment.levelName}</b> },
          { label: t('field.state'), value: assessment.stateName },
          { label: t('assess.computed'), value: assessment.computedLevelName },
          { label: t('assess.previous'), value: assessment.previousLevelName ?? t('case.notAssessed') },
          score === null
            ? null
            : {
                label: t('assess.score'),
                value:
                  scoreUpTo === null || scoreUpTo === score
                    ? String(score)
                    : t('assess.scoreUpTo', { score, upTo: scoreUpTo }),
              },
          assessment.bySafetyScreen
            ? { label: t('assess.bySafetyScreen'), value: t('assess.bySafetyScreenIs') }
            : null,
          assessment.overrideReason === null
            ? null
            : { label: t('assess.overrideReason'), value: assessment.overrideReason },
          { label: t('assess.narrative'), value: assessment.narrative },
          ...voiceFacts(assessment, t),
          { label: t('field.by'), value: assessment.assessedByName },
          assessment.reviewedAt === null
            ? null
            : {
                label: t('assess.review'),
                value: [
                  assessment.reviewedByName,
                  formatInstant(assessment.reviewedAt),
                  assessment.reviewNote,
                ]
                  .filter(Boolean)
                  .join(' · '),
              },
        ]}
      />
      <Answers assessment={assessment} />
    </Section>
  );
}

/** The answers in words; those to an older version of the form as they were stored, because its sentences have changed. */
function Answers({ assessment }: { assessment: Assessment }) {
  const t = useText();
  const form = useReference()?.instruments[assessment.instrument];
  const items = form?.version === assessment.instrumentVersion ? form.items : [];
  const words = (code: string, answer: string): string => {
    if (answer === 'yes' || answer === 'no' || answer === 'unknown') return t(`answer.${answer}`);
    const options = items.find((item) => item.code === code)?.options ?? [];
    return options.find(({ value }) => value === answer)?.anchor ?? answer;
  };
  const answers = Object.entries(assessment.answers);
  if (answers.length === 0) return null;
  return (
    <Box component="details" sx={{ mt: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, fontWeight: 600 }}>
        {t('assess.answers', { version: assessment.instrumentVersion })}
      </Box>
      {answers.map(([code, answer]) => (
        <Typography key={code}>
          {items.find((item) => item.code === code)?.question ?? code}：<b>{words(code, answer)}</b>
        </Typography>
      ))}
    </Box>
  );
}
