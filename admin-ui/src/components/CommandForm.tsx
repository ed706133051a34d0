import { Box, Button, Stack } from '@mui/material';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { DefaultValues, FieldErrors, FieldValues, Path } from 'react-hook-form';
import type { Problem } from '../api';
import { useText } from '../i18n/use-text';
import { ErrorSummary } from './ErrorSummary';
import { ProblemAlert } from './ProblemAlert';
import { DraftConflictAlert, DraftStatusLine } from './draft';
import type { Draft } from './draft';

export interface CommandFormProps<T extends FieldValues> {
  defaults: DefaultValues<T>;
  submitLabel: string;
  /** Sends the values as they are typed; the form keeps everything typed when it fails. */
  onSubmit: (values: T) => Promise<unknown>;
  pending: boolean;
  problem: Problem | null;
  onCancel?: () => void;
  draft?: Draft<T>;
  /** Why it cannot be submitted now. */
  blocked?: string | undefined;
  children: ReactNode;
}

/** A form that sends one command: errors above and at the field, nothing typed is lost. */
export function CommandForm<T extends FieldValues>(props: CommandFormProps<T>) {
  const { draft } = props;
  // The form starts with what was typed last time, so it waits until that is known.
  if (draft !== undefined && !draft.ready) return null;
  return <ReadyForm {...props} />;
}

function ReadyForm<T extends FieldValues>(props: CommandFormProps<T>) {
  const { defaults, submitLabel, onSubmit, pending, problem, onCancel, draft, blocked, children } = props;
  const t = useText();
  const defaultValues: DefaultValues<T> = Object.assign({}, defaults, draft?.restored);
  const form = useForm<T>({ defaultValues, shouldFocusError: false });
  const [missing, setMissing] = useState<FieldErrors | null>(null);
  const saveDraft = useEffectEvent((values: T) => draft?.save(values));

  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => saveDraft(values) }),
    [form],
  );
  useEffect(() => {
    const errors = Object.entries(problem?.errors ?? {}) as [Path<T>, string[]][];
    for (const [name, messages] of errors) {
      form.setError(name, { type: 'server', message: messages.join('；') });
    }
  }, [form, problem]);

  const submit = form.handleSubmit(
    async (values) => {
      setMissing(null);
      await onSubmit(values);
    },
    (errors) => setMissing(errors),
  );
  const choose = (keepMine: boolean): void => {
    const value = draft?.resolve(keepMine) ?? null;
    if (value !== null) form.reset(value);
  };

  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          form.clearErrors();
          void submit(event);
        }}
      >
        {draft?.conflict != null && <DraftConflictAlert onChoose={choose} />}
        <ErrorSummary missing={missing} problem={problem} />
        {problem?.errors === undefined && <ProblemAlert problem={problem} />}
        {children}
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1.5}
          sx={{ mt: 3, alignItems: { sm: 'center' } }}
        >
          <Button type="submit" variant="contained" size="large" disabled={pending || blocked !== undefined}>
            {pending ? t('form.sending') : submitLabel}
          </Button>
          {onCancel !== undefined && (
            <Button variant="text" size="large" onClick={onCancel}>
              {t('form.cancel')}
            </Button>
          )}
          {draft !== undefined && <DraftStatusLine status={draft.status} />}
        </Stack>
        {blocked !== undefined && <Box sx={{ mt: 1, color: 'text.secondary' }}>{blocked}</Box>}
      </Box>
    </FormProvider>
  );
}
