import { Alert, AlertTitle, Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { WatchItem } from '../../../api';
import { DeadlineBadge, Facts, Section } from '../../../components';
import type { Fact } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { formatInstant } from '../../../lib';
import { openCare, visitClock } from './watch-state';

/** Signs first, then who goes when; nobody has to search a page for what to do. */
export function NextStep({ item }: { item: WatchItem }) {
  return (
    <>
      <Signs signals={item.signals} />
      <StateNote item={item} />
      <Similar item={item} />
      {item.state !== 'ended' && <Plan item={item} />}
    </>
  );
}

function Signs({ signals }: Pick<WatchItem, 'signals'>) {
  const t = useText();
  if (signals.length === 0) return null;
  const isGrave = signals.some(({ offer }) => offer === 'report');
  return (
    <Alert severity={isGrave ? 'error' : 'warning'} sx={{ mb: 2 }}>
      <AlertTitle>{t('watch.signals')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {signals.map(({ code, text, offer }) => (
          <li key={code}>
            <b>{text}</b>：{t(`watch.offer.${offer}`)}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

/** What a state means for the one who reads it. */
function StateNote({ item }: { item: WatchItem }) {
  const t = useText();
  switch (item.state) {
    case 'proposed':
      return (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('watch.note.proposed', { who: item.confirmAgencyName ?? '—' })}
        </Alert>
      );
    case 'returned':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('watch.note.returned', { reason: lastNote(item, 'watch.return') })}
        </Alert>
      );
    case 'paused':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('watch.note.paused', { on: item.nextVisitOn ?? '—', reason: lastNote(item, 'watch.pause') })}
        </Alert>
      );
    case 'ended':
      return (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('watch.note.ended', { at: formatInstant(item.endedAt), reason: item.endReasonName ?? '—' })}
        </Alert>
      );
    case 'active':
      return null;
  }
}

function lastNote({ timeline }: WatchItem, action: string): string {
  return timeline?.filter((entry) => entry.action === action).at(-1)?.note ?? '—';
}

/** Whoever confirms asks once more whether the child is on file twice. */
function Similar({ item: { similar } }: { item: WatchItem }) {
  const t = useText();
  if (similar === null || similar.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{t('watch.similar')}</AlertTitle>
      {similar.map(({ personId, maskedName, birthDate, watchNumber }) => (
        <div key={personId}>
          <Link component={RouterLink} to={`/people/${personId}`}>
            {maskedName}
          </Link>{' '}
          {[birthDate, watchNumber].filter(Boolean).join(' · ')}
        </div>
      ))}
    </Alert>
  );
}

function Plan({ item }: { item: WatchItem }) {
  const t = useText();
  const facts: Fact[] = [
    {
      label: t('watch.worker'),
      value: [item.workerAgencyName, item.workerUserName].filter(Boolean).join(' · '),
    },
    {
      label: t('watch.lastSeen'),
      value: item.lastSeenAt === null ? t('watch.neverSeen') : formatInstant(item.lastSeenAt),
    },
  ];
  const care = openCare(item);
  if (care?.state === 'running')
    facts.push({ label: t('watch.lastContact'), value: care.lastContactOn ?? t('watch.noContact') });
  return (
    <Section title={t('watch.nextStep')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1.5 }}>
        <Typography sx={{ fontWeight: 700, fontSize: '1.15rem' }}>
          {item.nextVisitOn === null ? '—' : t('watch.visitBy', { on: item.nextVisitOn })}
        </Typography>
        <DeadlineBadge deadline={visitClock(item)} />
        {item.missedVisits > 0 && (
          <Typography sx={{ color: 'error.main', fontWeight: 700 }}>
            {t('watch.missed', { count: item.missedVisits })}
          </Typography>
        )}
      </Box>
      <Facts facts={facts} />
    </Section>
  );
}
