import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import { useId, useState } from 'react';
import type { AllowedAction } from '../api';
import { CommandForm } from '../components/CommandForm';
import { useText } from '../i18n/use-text';
import { clean, useAct } from '../lib';
import type { ActionForm } from './ActionBar';

interface ActionDialogProps<T extends { id: string }> {
  resource: string;
  record: T;
  action: AllowedAction;
  form: ActionForm<T>;
  onClose: () => void;
}

/** Asks what an action needs, or only whether it is meant, and carries it out. */
export function ActionDialog<T extends { id: string }>(props: ActionDialogProps<T>) {
  const { resource, record, action, form, onClose } = props;
  const t = useText();
  const notify = useNotify();
  const titleId = useId();
  const command = useAct<unknown>(resource, record.id, form.route ?? action.action);
  const [result, setResult] = useState<{ value: unknown } | null>(null);
  const { Fields, Result } = form;
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const answer = await command.run(clean(form.toBody?.(values) ?? values));
    if (answer === undefined) return;
    if (Result !== undefined) {
      setResult({ value: answer });
      return;
    }
    notify(t('action.done', { label: action.label }), { type: 'success' });
    onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={() => undefined} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{action.label}</DialogTitle>
      <DialogContent>
        {result !== null && Result !== undefined ? (
          <>
            <Result result={result.value} />
            <DialogActions>
              <Button variant="contained" onClick={onClose}>
                {t('form.close')}
              </Button>
            </DialogActions>
          </>
        ) : (
          <CommandForm
            defaults={form.defaults?.(record, t) ?? {}}
            submitLabel={action.label}
            onSubmit={submit}
            pending={command.pending}
            problem={command.problem}
            onCancel={onClose}
          >
            {form.hint !== undefined && <Typography sx={{ mb: 2 }}>{t(form.hint)}</Typography>}
            {Fields === undefined ? (
              <Typography>{t('action.sure', { label: action.label })}</Typography>
            ) : (
              <Fields record={record} />
            )}
          </CommandForm>
        )}
      </DialogContent>
    </Dialog>
  );
}
