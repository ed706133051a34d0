import { Box, Typography } from '@mui/material';
import type { StateAction, StateTable } from '../../api';
import { useText } from '../../i18n/use-text';

/** 动作 → 状态, with who may do it, whether there is a condition, and the source. */
export function ActionList({ table, actions }: { table: StateTable; actions: readonly StateAction[] }) {
  const t = useText();
  const nameOf = (code: string): string => table.states.find((state) => state.code === code)?.label ?? code;
  const where = ({ from, to }: StateAction): string => {
    if (to !== null) return `→ ${nameOf(to)}`;
    return from.length === table.states.length ? t('states.anywhere') : from.map(nameOf).join('、');
  };
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5 }}>
      {actions.map((action) => (
        <li key={action.action}>
          <Typography>
            <b>{action.label}</b> {where(action)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[
              t('states.who', {
                who: [...action.roles, ...(action.side === null ? [] : [action.side])].join('、'),
              }),
              action.guarded ? t('states.guarded') : null,
              action.source === null ? null : t('states.source', { source: action.source }),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
