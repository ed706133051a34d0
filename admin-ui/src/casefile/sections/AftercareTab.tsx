import { Chip, Stack, Typography } from '@mui/material';
import type { Archive, Case, Death, FollowUp, Suspension } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { voiceFacts } from './AssessmentsTab';
import { TransferView } from './TransferView';

/** Whether anything but work has ever happened to the case. */
export function hasAftercare(file: Case): boolean {
  return !['open', 'closing'].includes(file.phase) || recordsOf(file) > 0;
}

function recordsOf({ followUps, suspensions, transfers, death, archive }: Case): number {
  const lists = [...(followUps ?? []), ...(suspensions ?? []), ...(transfers ?? [])];
  return [...lists, death, archive].filter((item) => item !== null).length;
}

/** 跟踪回访, 中止, 死亡, 归档: what happens to a case besides the work. */
export function AftercareTab({ file }: { file: Case }) {
  const t = useText();
  const { followUps, followUpPlan, suspensions, transfers, death, archive } = file;
  if (recordsOf(file) === 0 && (followUpPlan === null || followUpPlan.total === 0))
    return <EmptyState title={t('lifecycle.emptyTitle')} hint={t('lifecycle.emptyHint')} />;
  return (
    <>
      {archive !== null && <ArchiveView archive={archive} />}
      {death !== null && <DeathView death={death} />}
      {followUpPlan !== null && followUpPlan.total > 0 && (
        <Section title={t('followUp.heading')}>
          <Typography sx={{ mb: followUps?.length ? 2 : 0 }}>
            {t('lifecycle.planned', { ...followUpPlan })}
          </Typography>
          {[...(followUps ?? [])].reverse().map((item) => (
            <FollowUpView key={item.id} followUp={item} />
          ))}
        </Section>
      )}
      {transfers !== null && transfers.length > 0 && (
        <Section title={t('transfer.heading')}>
          {[...transfers].reverse().map((item) => (
            <TransferView key={item.id} transfer={item} />
          ))}
        </Section>
      )}
      {suspensions !== null && suspensions.length > 0 && (
        <Section title={t('suspension.heading')}>
          {[...suspensions].reverse().map((item) => (
            <SuspensionView key={item.id} suspension={item} />
          ))}
        </Section>
      )}
    </>
  );
}

const COLOUR = { good: 'success', watch: 'warning', danger: 'error' } as const;

function FollowUpView({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const yesNo = (value: boolean): string => t(value ? 'answer.yes' : 'answer.no');
  return (
    <>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {t('followUp.round', { round: followUp.round })} · {formatInstant(followUp.followedAt)}
        </Typography>
        <Chip size="small" variant="outlined" color={COLOUR[followUp.state]} label={followUp.stateName} />
        {!followUp.seenChild && <Chip size="small" label={t('followUp.unseen')} />}
      </Stack>
      <Stack sx={{ mb: 3 }}>
        <Facts
          facts={[
            { label: t('visit.seenChild'), value: yesNo(followUp.seenChild) },
            { label: t('visit.spokeAlone'), value: yesNo(followUp.spokeAlone) },
            { label: t('visit.guardianPresent'), value: yesNo(followUp.guardianPresent) },
            { label: t('followUp.advice'), value: followUp.adviceName },
            { label: t('followUp.problems'), value: followUp.problems },
            ...voiceFacts(followUp, t),
            { label: t('field.by'), value: followUp.recordedByName },
          ]}
        />
      </Stack>
    </>
  );
}

function SuspensionView({ suspension }: { suspension: Suspension }) {
  const t = useText();
  const { reasonName, note, nextCheckOn, suspendedAt, suspendedByName, endedAt, endedByName } = suspension;
  const ended =
    endedAt === null
      ? t('suspension.running')
      : [t('suspension.ended', { at: formatInstant(endedAt) }), endedByName].filter(Boolean).join(' · ');
  return (
    <Stack sx={{ mb: 2 }}>
      <Facts
        facts={[
          { label: t('suspension.reason'), value: reasonName },
          { label: t('suspension.nextCheckOn'), value: nextCheckOn },
          { label: t('suspension.note'), value: note },
          {
            label: t('field.by'),
            value: [suspendedByName, t('suspension.since', { at: formatInstant(suspendedAt) })]
              .filter(Boolean)
              .join(' · '),
          },
          { label: t('field.state'), value: ended },
        ]}
      />
    </Stack>
  );
}

function DeathView({ death }: { death: Death }) {
  const t = useText();
  return (
    <Section title={t('death.heading')}>
      <Facts
        facts={[
          { label: t('death.diedAt'), value: formatInstant(death.diedAt) },
          { label: t('death.place'), value: death.place },
          { label: t('death.circumstances'), value: death.circumstances },
          {
            label: t('death.reportedTo'),
            value: `${death.reportedTo} · ${formatInstant(death.reportedAt)}`,
          },
          {
            label: t('death.recorded'),
            value: [death.recordedByName, formatInstant(death.recordedAt)].filter(Boolean).join(' · '),
          },
          { label: t('death.review'), value: death.review ?? t('death.notReviewed') },
          {
            label: t('death.reviewed'),
            value:
              death.reviewedAt === null
                ? null
                : [death.reviewedByName, formatInstant(death.reviewedAt)].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Section>
  );
}

function ArchiveView({ archive }: { archive: Archive }) {
  const t = useText();
  return (
    <Section title={t('archive.heading')}>
      <Facts
        facts={[
          { label: t('archive.retention'), value: archive.retentionName },
          {
            label: t('archive.archivedBy'),
            value: [archive.archivedByName, formatInstant(archive.archivedAt)].filter(Boolean).join(' · '),
          },
          { label: t('archive.documents'), value: archive.documents.join('\n') },
          { label: t('archive.note'), value: archive.note },
        ]}
      />
    </Section>
  );
}
