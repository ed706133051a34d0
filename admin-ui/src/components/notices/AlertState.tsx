import { Button, Chip, Stack, Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import type { Notice } from '../../api';
import { useText } from '../../i18n/use-text';
import { formatInstant, useAct } from '../../lib';
import { ProblemAlert } from '../ProblemAlert';

/** 需确认: the button that stops the ladder, or who pressed it. */
export function AlertState({ notice }: { notice: Notice }) {
  const t = useText();
  const notify = useNotify();
  const command = useAct<object>('notices', notice.id, 'acknowledge');
  const { alert, number } = notice;
  if (alert === null) return null;
  if (alert.state !== 'waiting') {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {alert.state === 'lapsed'
          ? t('alert.lapsed')
          : t('alert.acknowledged', {
              name: alert.acknowledgedByName ?? '',
              time: formatInstant(alert.acknowledgedAt),
            })}
      </Typography>
    );
  }
  const press = async (): Promise<void> => {
    if ((await command.run({})) !== undefined) notify(t('alert.done'), { type: 'success' });
  };
  return (
    <>
      <ProblemAlert problem={command.problem} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
        <Chip size="small" color="error" variant="outlined" label={t('alert.waiting')} />
        <Typography variant="body2">{t('alert.ofAgency', { name: alert.agencyName })}</Typography>
        <Button
          variant="contained"
          disabled={command.pending}
          onClick={() => void press()}
          aria-label={t('alert.acknowledgeOf', { number })}
        >
          {t('alert.acknowledge')}
        </Button>
      </Stack>
    </>
  );
}
