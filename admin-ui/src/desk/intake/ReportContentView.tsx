import { Box, Typography } from '@mui/material';
import type { ReportContent, ReportedChild, ReportedSuspect } from '../../api';
import { Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useCodeName } from '../../lib';

/** What the reporter wrote, as it was filed. */
export function ReportContentView({ content }: { content: ReportContent }) {
  const t = useText();
  return (
    <>
      {content.call != null && <CallView call={content.call} />}
      <Section title={t('report.children')}>
        {content.children.map((child, index) => (
          <ChildView key={index} child={child} number={index + 1} />
        ))}
      </Section>
      <Section title={t('report.suspects')}>
        {content.suspects.length === 0 && <Typography>{t('answer.unknown')}</Typography>}
        {content.suspects.map((suspect, index) => (
          <SuspectView key={index} suspect={suspect} number={index + 1} />
        ))}
      </Section>
      <Section title={t('report.what')}>
        <Facts
          facts={[
            { label: t('report.facts'), value: content.facts },
            { label: t('report.childWords'), value: content.childWords },
            { label: t('report.injury'), value: content.injury },
            { label: t('report.medicalSent'), value: t(`answer.${content.medicalSent}`) },
            { label: t('report.presentPlace'), value: content.presentPlace },
            { label: t('report.evidence'), value: content.evidence },
            { label: t('report.othersAtRisk'), value: content.othersAtRisk },
            { label: t('report.exclusionNote'), value: content.exclusionNote },
          ]}
        />
      </Section>
    </>
  );
}

/** How the call was taken, and whether anybody may ring back. */
function CallView({ call }: { call: NonNullable<ReportContent['call']> }) {
  const t = useText();
  return (
    <Section title={t('call.title')}>
      <Facts
        facts={[
          { label: t('call.answeredAt'), value: formatInstant(call.answeredAt) },
          { label: t('call.answeredBy'), value: call.answeredBy },
          { label: t('call.ticketNo'), value: call.ticketNo },
          { label: t('call.mayCallBack'), value: t(`call.callback.${call.callback}`) },
          { label: t('call.safeTime'), value: call.safeTime },
        ]}
      />
    </Section>
  );
}

function ChildView({ child, number }: { child: ReportedChild; number: number }) {
  const t = useText();
  const sex = useCodeName('SEX');
  const relation = useCodeName('RELATIONS');
  const age = child.age === undefined ? null : t('field.years', { age: child.age });
  const guardian = [
    child.guardianName,
    child.guardianRelation && relation(child.guardianRelation),
    child.guardianPhone,
  ];
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('wizard.child', { number })}
      </Typography>
      <Facts
        facts={[
          { label: t('field.name'), value: child.name },
          { label: t('field.sex'), value: sex(child.sex) },
          { label: t('field.age'), value: child.birthDate ?? age },
          { label: t('field.idNumber'), value: child.idNumber },
          { label: t('field.school'), value: [child.school, child.className].filter(Boolean).join(' ') },
          { label: t('field.address'), value: child.address },
          { label: t('field.guardian'), value: guardian.filter(Boolean).join(' · ') },
        ]}
      />
    </Box>
  );
}

function SuspectView({ suspect, number }: { suspect: ReportedSuspect; number: number }) {
  const t = useText();
  const type = useCodeName('PERPETRATOR_TYPES');
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('wizard.suspect', { number })}
      </Typography>
      <Facts
        facts={[
          { label: t('field.name'), value: suspect.name ?? t('answer.unknown') },
          { label: t('field.perpetratorType'), value: type(suspect.perpetratorType) },
          { label: t('field.relation'), value: suspect.relation },
          { label: t('field.note'), value: suspect.note },
        ]}
      />
    </Box>
  );
}
