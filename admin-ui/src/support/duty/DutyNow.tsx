import { Alert, Box, Paper, Stack, Typography } from '@mui/material';
import type { DutyRoster, DutyShift } from '../../api';
import { useText } from '../../i18n/use-text';
import { momentText } from './duty-words';
import { ShiftActions } from './ShiftActions';

/** Who answers now, large; and what is not covered ahead. */
export function DutyNow({ roster }: { roster: DutyRoster }) {
  const t = useText();
  const { now, next, gaps, people } = roster;
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby="duty-now"
      sx={{ p: { xs: 2, md: 2.5 }, mb: 2, borderColor: 'primary.main', borderWidth: 2 }}
    >
      <Typography id="duty-now" component="h2" sx={{ fontWeight: 700, color: 'text.secondary' }}>
        {t('duty.now')}
      </Typography>
      {now.officers.length === 0 && (
        <Box sx={{ my: 1 }}>
          <Typography sx={{ fontSize: '1.5rem', fontWeight: 700 }}>{t('duty.nobody')}</Typography>
          <Typography>{t('duty.nobodyHint')}</Typography>
        </Box>
      )}
      {now.officers.map((shift) => (
        <OnDuty key={shift.id} shift={shift} people={people} />
      ))}
      {now.officers.length > 0 && (
        <Typography>
          {now.leader === null ? t('duty.noLeader') : t('duty.leader', { name: now.leader.userName })}
        </Typography>
      )}
      {next !== null && (
        <Typography sx={{ color: 'text.secondary' }}>
          {t('duty.next', { name: next.userName, time: momentText(next.startsAt) })}
        </Typography>
      )}
      {gaps.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          <b>{t('duty.gapTitle')}</b>
          {gaps.map(({ from, to }) => (
            <div key={from}>{t('duty.gap', { from: momentText(from), to: momentText(to) })}</div>
          ))}
        </Alert>
      )}
    </Paper>
  );
}

function OnDuty({ shift, people }: { shift: DutyShift; people: DutyRoster['people'] }) {
  const t = useText();
  const isFirst = shift.rank === 1;
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={1}
      useFlexGap
      sx={{ alignItems: { sm: 'center' }, my: 0.5 }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography
          component="span"
          sx={{ fontSize: isFirst ? '1.9rem' : '1.2rem', fontWeight: 700, mr: 1.5 }}
        >
          {shift.userName}
        </Typography>
        <Typography component="span" sx={{ color: 'text.secondary' }}>
          {shift.standsInForName !== null && t('duty.asStandIn', { name: shift.standsInForName })}
          {t('duty.until', { time: momentText(shift.endsAt) })}
        </Typography>
      </Box>
      <ShiftActions shift={shift} people={people} large />
    </Stack>
  );
}
