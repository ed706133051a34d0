import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import type { DutyHandover } from '../../api';
import { ProblemAlert, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { consoleLink, formatInstant, useAct } from '../../lib';

/** 交接班: the latest, with the numbers of what was urgent; who takes over confirms here. */
export function DutyHandovers({ handovers }: { handovers: readonly DutyHandover[] }) {
  const t = useText();
  return (
    <Section title={t('duty.handovers')}>
      {handovers.length === 0 && <Typography>{t('duty.noHandover')}</Typography>}
      {handovers.map((handover) => (
        <HandoverView key={handover.id} handover={handover} />
      ))}
    </Section>
  );
}

function HandoverView({ handover }: { handover: DutyHandover }) {
  const t = useText();
  const { fromName, toName, handedAt, confirmedAt, confirmedByName, confirmable, open, openCount } = handover;
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={1}
      useFlexGap
      sx={{ py: 1, borderTop: '1px solid', borderColor: 'divider', alignItems: { sm: 'center' } }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {confirmable
            ? t('duty.toConfirm', { name: fromName, time: formatInstant(handedAt) })
            : t('duty.handed', { from: fromName, to: toName, time: formatInstant(handedAt) })}
        </Typography>
        <Typography component="div">
          {openCount === 0 ? t('duty.noneOpen') : t('duty.open', { count: openCount })}
          {open.map(({ number, link }) => (
            <Link
              key={number}
              component={RouterLink}
              to={consoleLink(link)}
              sx={{ ml: 1, display: 'inline-block', minHeight: 28 }}
            >
              {number}
            </Link>
          ))}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {confirmedAt === null
            ? t('duty.waiting', { name: toName })
            : t('duty.confirmed', { name: confirmedByName ?? '', time: formatInstant(confirmedAt) })}
        </Typography>
      </Box>
      {confirmable && <Confirm id={handover.id} />}
    </Stack>
  );
}

function Confirm({ id }: { id: string }) {
  const t = useText();
  const notify = useNotify();
  const command = useAct<object>('duty/handovers', id, 'confirm');
  const confirm = async (): Promise<void> => {
    if ((await command.run({})) !== undefined)
      notify(t('action.done', { label: t('duty.confirm') }), { type: 'success' });
  };
  return (
    <Box>
      <ProblemAlert problem={command.problem} />
      <Button variant="contained" size="large" disabled={command.pending} onClick={() => void confirm()}>
        {t('duty.confirm')}
      </Button>
    </Box>
  );
}
