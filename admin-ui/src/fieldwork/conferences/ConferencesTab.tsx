import { Box, Chip, Stack, Typography } from '@mui/material';
import type { Case, Conference, ConferenceConclusion, ConferenceInvitation, ConferenceTask } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { voiceFacts } from '../../casefile/sections/AssessmentsTab';

/** 会商: those who work on the case see all of it, an agency that was called its own part. */
export function ConferencesTab({ file: { conferences, invitations } }: { file: Case }) {
  const t = useText();
  if (conferences === null && (invitations ?? []).length > 0) {
    return invitations?.map((invitation) => <InvitationView key={invitation.id} invitation={invitation} />);
  }
  if (conferences === null || conferences.length === 0) {
    return <EmptyState title={t('conference.emptyTitle')} hint={t('conference.emptyHint')} />;
  }
  return [...conferences]
    .reverse()
    .map((conference) => <ConferenceView key={conference.id} conference={conference} />);
}

function ConferenceView({ conference }: { conference: Conference }) {
  const t = useText();
  const { conclusion, participants, tasks } = conference;
  return (
    <Section
      title={t('conference.recorded', { at: formatInstant(conference.meetsAt), state: conference.stateName })}
    >
      <Facts
        facts={[
          { label: t('conference.reason'), value: conference.reason },
          { label: t('conference.place'), value: conference.place },
          {
            label: t('conference.convened'),
            value: [conference.convenedByName, formatInstant(conference.convenedAt)]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
      {conclusion !== null && <ConclusionView conclusion={conclusion} />}
      <Heading text={t('conference.who')} />
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {participants.map(({ id, name, toldBy, present, opinion }) => (
          <Box component="li" key={id} sx={{ py: 0.75, borderBottom: '1px solid', borderColor: 'divider' }}>
            <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
              <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
              {present !== null && (
                <Chip
                  size="small"
                  variant="outlined"
                  label={t(present ? 'conference.present' : 'conference.absent')}
                />
              )}
              {conference.state === 'convened' && toldBy === 'letter' && (
                <Chip size="small" color="warning" variant="outlined" label={t('conference.needsLetter')} />
              )}
            </Stack>
            {opinion !== null && <Typography sx={{ whiteSpace: 'pre-line' }}>{opinion}</Typography>}
          </Box>
        ))}
      </Box>
      <TaskList tasks={tasks} />
    </Section>
  );
}

function ConclusionView({ conclusion }: { conclusion: ConferenceConclusion }) {
  const t = useText();
  return (
    <Box sx={{ mt: 2 }}>
      <Facts
        facts={[
          { label: t('conference.conclusionLabel'), value: <b>{conclusion.conclusionName}</b> },
          { label: t('conference.heldAt'), value: formatInstant(conclusion.heldAt) },
          { label: t('conference.explanation'), value: conclusion.explanation },
          { label: t('conference.facts'), value: conclusion.facts },
          { label: t('conference.dissent'), value: conclusion.dissent ?? t('conference.noDissent') },
          ...voiceFacts(conclusion, t),
          { label: t('conference.confidentiality'), value: conclusion.confidentiality },
          {
            label: t('field.by'),
            value: [conclusion.concludedByName, formatInstant(conclusion.concludedAt)]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
    </Box>
  );
}

function TaskList({ tasks }: { tasks: readonly ConferenceTask[] }) {
  const t = useText();
  if (tasks.length === 0) return null;
  return (
    <>
      <Heading text={t('conference.tasks')} />
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {tasks.map(({ id, agencyName, what, dueOn, state, stateName, overdue, result, doneAt }) => (
          <Box component="li" key={id} sx={{ py: 0.75, borderBottom: '1px solid', borderColor: 'divider' }}>
            <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
              <Typography sx={{ fontWeight: 600 }}>{agencyName}</Typography>
              <Chip
                size="small"
                color={state === 'done' ? 'success' : overdue ? 'error' : 'default'}
                variant="outlined"
                label={overdue ? t('conference.taskOverdue') : stateName}
              />
              <Typography sx={{ color: 'text.secondary' }}>
                {doneAt === null ? t('conference.dueBy', { day: dueOn }) : formatInstant(doneAt)}
              </Typography>
            </Stack>
            <Typography sx={{ whiteSpace: 'pre-line' }}>{what}</Typography>
            {result !== null && (
              <Typography sx={{ whiteSpace: 'pre-line', color: 'text.secondary' }}>
                {t('conference.resultIs', { result })}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </>
  );
}

/** What an agency reads that was only called: when, where, and its own tasks. */
function InvitationView({ invitation }: { invitation: ConferenceInvitation }) {
  const t = useText();
  return (
    <Section
      title={t('conference.recorded', { at: formatInstant(invitation.meetsAt), state: invitation.stateName })}
    >
      <Facts facts={[{ label: t('conference.place'), value: invitation.place }]} />
      <TaskList tasks={invitation.tasks} />
    </Section>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Typography component="h3" sx={{ fontWeight: 700, mt: 2, mb: 0.5 }}>
      {text}
    </Typography>
  );
}
