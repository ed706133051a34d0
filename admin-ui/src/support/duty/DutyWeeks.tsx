import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { serverNow } from '../../api';
import type { DutyDay, DutyRoster, DutyShift } from '../../api';
import { EmptyState, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { dateOf, formatClock } from '../../lib';
import { dayText, daysLater, momentText } from './duty-words';
import { ShiftActions } from './ShiftActions';
import { WeekForm } from './WeekForm';

interface DutyWeeksProps {
  roster: DutyRoster;
  /** Null: this week. */
  onWeek: (weekOf: string | null) => void;
}

/** Two weeks, a day a card; who keeps the roster enters one of them at once. */
export function DutyWeeks({ roster, onWeek }: DutyWeeksProps) {
  const t = useText();
  const [planning, setPlanning] = useState<string | null>(null);
  const { weekOf, days, keeps } = roster;
  const isEmpty = days.every(({ shifts }) => shifts.length === 0);
  const mondays = [weekOf, daysLater(weekOf, 7)];
  const move = (days: number) => (): void => {
    setPlanning(null);
    onWeek(daysLater(weekOf, days));
  };
  return (
    <Section title={t('duty.weeks', { day: weekOf })}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        <Button onClick={move(-7)}>{t('duty.earlier')}</Button>
        <Button onClick={() => onWeek(null)}>{t('duty.thisWeek')}</Button>
        <Button onClick={move(7)}>{t('duty.later')}</Button>
        {keeps &&
          mondays.map((monday) => (
            <Button key={monday} variant="outlined" onClick={() => setPlanning(monday)}>
              {t('duty.planWeek', { day: monday.slice(5) })}
            </Button>
          ))}
      </Stack>
      {planning !== null && (
        <WeekForm key={planning} roster={roster} monday={planning} onClose={() => setPlanning(null)} />
      )}
      {isEmpty && planning === null && (
        <EmptyState title={t('duty.empty')} hint={t(keeps ? 'duty.emptyHint' : 'duty.emptyHintReader')} />
      )}
      {!isEmpty && <Days days={days} people={roster.people} />}
    </Section>
  );
}

function Days({ days, people }: { days: readonly DutyDay[]; people: DutyRoster['people'] }) {
  const t = useText();
  const today = dateOf(serverNow());
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        p: 0,
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 210px), 1fr))',
        gap: 1,
      }}
    >
      {days.map(({ day, shifts }) => (
        <Box
          component="li"
          key={day}
          aria-current={day === today ? 'date' : undefined}
          sx={{
            border: '1px solid',
            borderColor: 'divider',
            borderRadius: 1,
            p: 1.25,
            '&[aria-current]': { borderColor: 'primary.main', borderWidth: 2 },
          }}
        >
          <Typography sx={{ fontWeight: 700 }}>
            {day === today ? t('duty.today', { day: dayText(day, t) }) : dayText(day, t)}
          </Typography>
          {shifts.length === 0 && (
            <Typography sx={{ color: 'text.secondary' }}>{t('duty.notEntered')}</Typography>
          )}
          {shifts.map((shift) => (
            <ShiftLine key={shift.id} shift={shift} people={people} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function ShiftLine({ shift, people }: { shift: DutyShift; people: DutyRoster['people'] }) {
  const t = useText();
  const { userName, postName, post, standsInForName, taken, startsAt, endsAt } = shift;
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', mt: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ color: taken ? 'text.secondary' : 'text.primary' }}>
          {`${postName} ${userName}`}
          {standsInForName !== null && t('duty.asStandIn', { name: standsInForName })}
          {taken && t('duty.taken')}
        </Typography>
        {post === 'officer' && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {`${formatClock(startsAt)} – ${momentText(endsAt)}`}
          </Typography>
        )}
      </Box>
      <ShiftActions shift={shift} people={people} />
    </Stack>
  );
}
