import { Button, Stack, Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api';
import { ProblemAlert, Section } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant, useCommand } from '../lib';
import { loadSession } from '../providers';

const STEPS = [
  { minutes: 60, label: 'system.hour' },
  { minutes: 24 * 60, label: 'system.day' },
  { minutes: 7 * 24 * 60, label: 'system.week' },
] as const;

/** 时光快进: moves the clock of a demo, so that deadlines run out before one's eyes. */
export function DemoClock() {
  const t = useText();
  const notify = useNotify();
  const client = useQueryClient();
  const command = useCommand<{ advanceMinutes: number }, { now: string }>((body, idempotencyKey) =>
    request('/demo/clock', { method: 'POST', body, idempotencyKey }),
  );
  const advance = async (advanceMinutes: number): Promise<void> => {
    const result = await command.run({ advanceMinutes });
    if (result === undefined) return;
    await loadSession();
    await client.invalidateQueries();
    notify(t('system.moved', { at: formatInstant(result.now) }), { type: 'success' });
  };
  return (
    <Section title={t('system.clock')}>
      <Typography sx={{ mb: 1.5 }}>{t('system.clockHint')}</Typography>
      <ProblemAlert problem={command.problem} />
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {STEPS.map(({ minutes, label }) => (
          <Button
            key={minutes}
            variant="outlined"
            disabled={command.pending}
            onClick={() => void advance(minutes)}
          >
            {t(label)}
          </Button>
        ))}
      </Stack>
    </Section>
  );
}
