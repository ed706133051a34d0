import { Alert, List, ListItem, ListItemText } from '@mui/material';
import type { AdminSystem } from '../api';
import { Section } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';

type InvariantState = AdminSystem['invariants'][number];

/** 数据核对: what must always hold of the stored data, and whether it does. */
export function InvariantSection({ states }: { states: readonly InvariantState[] }) {
  const t = useText();
  const checkedAt = states.map((state) => state.checkedAt).find((at) => at !== null);
  const broken = states.filter((state) => state.broken > 0);
  return (
    <Section title={t('system.invariants')}>
      <Alert severity={broken.length > 0 ? 'error' : checkedAt === undefined ? 'info' : 'success'}>
        {broken.length > 0
          ? t('system.invariantsBroken', { smart_count: broken.length })
          : checkedAt === undefined
            ? t('system.invariantsUnknown')
            : t('system.invariantsFine', { at: formatInstant(checkedAt) })}
      </Alert>
      <List dense aria-label={t('system.invariants')}>
        {[...broken, ...states.filter((state) => state.broken === 0)].map((state) => (
          <ListItem key={state.id} disableGutters>
            <ListItemText primary={`${mark(state)} ${state.promise}`} secondary={detail(state)} />
          </ListItem>
        ))}
      </List>
    </Section>
  );

  function mark(state: InvariantState): string {
    if (state.checkedAt === null) return t('system.notChecked');
    return state.broken > 0 ? t('system.broken') : t('system.holds');
  }

  function detail(state: InvariantState): string | undefined {
    if (state.broken === 0 || state.brokenSince === null) return undefined;
    return t('system.brokenDetail', {
      count: state.broken,
      since: formatInstant(state.brokenSince),
      id: state.id,
      examples: state.examples.join('，'),
    });
  }
}
