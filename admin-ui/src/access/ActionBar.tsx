import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AllowedAction } from '../api';
import { useText } from '../i18n/use-text';
import type { MessageKey } from '../i18n/use-text';
import { ActionDialog } from './ActionDialog';

/** The form of an action: its first values and its fields. */
export interface ActionForm<T> {
  defaults?: (record: T) => Record<string, unknown>;
  Fields?: ComponentType<{ record: T }>;
  /** A sentence above the fields. */
  hint?: MessageKey;
  /** Changes what the fields hold into what the API reads. */
  toBody?: (values: Record<string, unknown>) => unknown;
  /** The route, where several actions share one. */
  route?: string;
  /** A page of its own instead of a dialog. */
  page?: (record: T) => string;
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
  const actions = record.allowedActions.filter(({ action }) => only?.includes(action) ?? true);
  const first = actions.find(({ reason }) => reason === undefined)?.action;
  const start = (item: AllowedAction): void => {
    const page = forms[item.action]?.page;
    if (page === undefined) setOpen(item);
    else void navigate(page(record));
  };
  if (actions.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('action.bar')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}
    >
      {actions.map((item) => (
        <ActionButton
          key={item.action}
          item={item}
          isFirst={item.action === first}
          onStart={() => start(item)}
        />
      ))}
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

interface ActionButtonProps {
  item: AllowedAction;
  isFirst: boolean;
  onStart: () => void;
}

function ActionButton({ item, isFirst, onStart }: ActionButtonProps) {
  const t = useText();
  const isBlocked = item.reason !== undefined;
  const reasonId = `why-not-${item.action}`;
  return (
    <Box sx={{ maxWidth: 260 }}>
      {/* aria-disabled, not disabled: the keyboard reaches the button and the screen reader reads the reason. */}
      <Button
        variant={isFirst ? 'contained' : 'outlined'}
        aria-disabled={isBlocked}
        {...(isBlocked ? { 'aria-describedby': reasonId } : {})}
        onClick={() => {
          if (!isBlocked) onStart();
        }}
        sx={isBlocked ? { color: 'text.secondary', borderColor: 'divider', cursor: 'not-allowed' } : {}}
      >
        {item.label}
      </Button>
      {isBlocked && (
        <Typography id={reasonId} variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('action.notYet', { reason: item.reason ?? '' })}
        </Typography>
      )}
    </Box>
  );
}
