import { Button, List, ListItem, ListItemText } from '@mui/material';
import { useNotify } from 'ra-core';
import { request, toProblem } from '../api';
import type { DeadLetter } from '../api';
import { EmptyState, ProblemAlert, Section } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant, useCommand, useFetched, useSession } from '../lib';

/** 失败待查: messages the system gave up on, each with the way to send it again. */
export function DeadLetters() {
  const t = useText();
  const notify = useNotify();
  const { permissions } = useSession();
  const { data, error, refetch } = useFetched<{ data: DeadLetter[] }>(
    ['admin', 'dead-letters'],
    '/admin/dead-letters',
  );
  const command = useCommand<{ id: string }, { id: string }>(({ id }, idempotencyKey) =>
    request(`/admin/dead-letters/${id}/actions/redrive`, { method: 'POST', body: {}, idempotencyKey }),
  );
  const redrive = async (id: string): Promise<void> => {
    if ((await command.run({ id })) !== undefined) notify(t('system.redriven'), { type: 'success' });
    await refetch();
  };
  const letters = data?.data ?? [];
  return (
    <Section title={t('system.deadLetters')}>
      <ProblemAlert problem={error === null ? command.problem : toProblem(error)} />
      {data !== undefined && letters.length === 0 && (
        <EmptyState title={t('system.noDeadLetters')} hint={t('system.noDeadLettersHint')} />
      )}
      <List dense aria-label={t('system.deadLetters')}>
        {letters.map((letter) => (
          <ListItem key={letter.id} disableGutters sx={{ flexWrap: 'wrap', gap: 1 }}>
            <ListItemText
              primary={`${letter.message} → ${letter.handler}`}
              secondary={t('system.deadLetter', {
                at: formatInstant(letter.createdAt),
                attempts: letter.attempts,
                error: letter.error ?? t('system.noError'),
              })}
            />
            {permissions.includes('admin.redrive') && (
              <Button
                variant="outlined"
                disabled={command.pending}
                aria-label={t('system.redriveOne', { message: letter.message })}
                onClick={() => void redrive(letter.id)}
              >
                {t('system.redrive')}
              </Button>
            )}
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
