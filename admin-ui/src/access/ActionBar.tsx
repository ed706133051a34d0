import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AllowedAction } from '../api';
import { useText } from '../i18n/use-text';
import type { MessageKey, Text } from '../i18n/use-text';
import { ActionDialog } from './ActionDialog';
import { ActionMenu } from './ActionMenu';

/** The form of an action: its first values and its fields. */
export interface ActionForm<T> {
  defaults?: (record: T, t: Text) => Record<string, unknown>;
  Fields?: ComponentType<{ record: T }>;
  /** A sentence above the fields. */
  hint?: MessageKey;
  /** Changes what the fields hold into what the API reads. */
  toBody?: (values: Record<string, unknown>) => unknown;
  /** The route, where several actions share one. */
  route?: string;
  /** A page of its own instead of a dialog. */
  page?: (record: T) => string;
  /** Never the button that stands out: a step aside or back, not the next step. */
  aside?: boolean | ((record: T) => boolean);
  /** Stands in a menu of this name instead of the row of buttons: what is rarely the next step, for this record or for any. */
  group?: MessageKey | ((record: T) => MessageKey | undefined);
  /** Not even named with its reason: it has no meaning for this record. */
  hidden?: (record: T) => boolean;
  /** Shown with the answer instead of closing. */
  Result?: ComponentType<{ result: unknown }>;
}

interface Acting {
  id: string;
  allowedActions: AllowedAction[];
}

interface ActionBarProps<T extends Acting> {
  resource: string;
  record: T;
  forms: Readonly<Record<string, ActionForm<T>>>;
  /** Shows only these actions. */
  only?: readonly string[];
}

/** The actions the server names for this reader and state, and no others; an impossible one says why. */
export function ActionBar<T extends Acting>({ resource, record, forms, only }: ActionBarProps<T>) {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<AllowedAction | null>(null);
  const actions = record.allowedActions
    .filter(({ action }) => only?.includes(action) ?? true)
    .filter(({ action, reason }) => reason === undefined || forms[action]?.hidden?.(record) !== true);
  const start = (item: AllowedAction): void => {
    const page = forms[item.action]?.page;
    if (page === undefined) setOpen(item);
    else void navigate(page(record));
  };
  if (actions.length === 0) return null;
  const groupOf = ({ action }: AllowedAction): MessageKey | undefined => {
    const group = forms[action]?.group;
    return typeof group === 'function' ? group(record) : group;
  };
  const groups = groupsOf(actions, groupOf);
  const loose = actions.filter((item) => groupOf(item) === undefined);
  const isAside = ({ action }: AllowedAction): boolean => {
    const aside = forms[action]?.aside;
    return typeof aside === 'function' ? aside(record) : aside === true;
  };
  const possible = loose
    .filter(({ reason }) => reason === undefined)
    .sort((a, b) => Number(isAside(a)) - Number(isAside(b)));
  const blocked = loose.filter(({ reason }) => reason !== undefined);
  return (
    <Box role="group" aria-label={t('action.bar')} sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {possible.map((item, index) => (
          <Button
            key={item.action}
            variant={index === 0 && !isAside(item) ? 'contained' : 'outlined'}
            onClick={() => start(item)}
          >
            {item.label}
          </Button>
        ))}
        {groups.map(([name, items]) => (
          <ActionMenu key={name} label={t(name)} actions={items} onStart={start} />
        ))}
      </Box>
      {blocked.length > 0 && (
        <BlockedActions actions={blocked} open={possible.length === 0 && groups.length === 0} />
      )}
      {open !== null && (
        <ActionDialog
          resource={resource}
          record={record}
          action={open}
          form={forms[open.action] ?? {}}
          onClose={() => setOpen(null)}
        />
      )}
    </Box>
  );
}

/** A menu keeps its place, whichever action comes first today. */
const GROUP_ORDER: readonly MessageKey[] = [
  'action.groupResponse',
  'action.groupSupport',
  'action.groupGuardianship',
  'action.groupLifecycle',
  'action.groupEntrusted',
  'action.groupFile',
];

function groupsOf(
  actions: readonly AllowedAction[],
  groupOf: (item: AllowedAction) => MessageKey | undefined,
): [MessageKey, AllowedAction[]][] {
  const groups = new Map<MessageKey, AllowedAction[]>();
  for (const item of actions) {
    const name = groupOf(item);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].sort(([a], [b]) => GROUP_ORDER.indexOf(a) - GROUP_ORDER.indexOf(b));
}

/** What belongs to this state but is not possible yet, each with its reason. */
function BlockedActions({ actions, open }: { actions: readonly AllowedAction[]; open: boolean }) {
  const t = useText();
  return (
    <Box component="details" open={open || undefined} sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, pt: 1.25, color: 'text.secondary' }}>
        {t('action.blocked', { smart_count: actions.length })}
      </Box>
      {actions.map(({ action, label, reason }) => (
        <Box key={action} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
          {/* aria-disabled, not disabled: the keyboard reaches the button and the screen reader reads the reason. */}
          <Button aria-disabled aria-describedby={`why-not-${action}`} variant="outlined" sx={BLOCKED}>
            {label}
          </Button>
          <Typography id={`why-not-${action}`} sx={{ color: 'text.secondary' }}>
            {t('action.notYet', { reason: reason ?? '' })}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

const BLOCKED = { color: 'text.secondary', borderColor: 'divider', cursor: 'not-allowed' } as const;
