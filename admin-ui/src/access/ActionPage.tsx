import { Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import type { ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router-dom';
import type { AllowedAction } from '../api';
import { CommandForm } from '../components/CommandForm';
import { ProblemAlert } from '../components/ProblemAlert';
import { RecordPage } from '../components/RecordPage';
import { useDraft } from '../components/draft';
import { useText } from '../i18n/use-text';
import { clean, useAct } from '../lib';

interface Acting {
  id: string;
  allowedActions: AllowedAction[];
}

export interface ActionPageProps<R extends Acting, T extends FieldValues> {
  resource: string;
  /** The action as the server names it. */
  action: string;
  title: string;
  hint?: string | undefined;
  /** Whose record this is, above the form. */
  head: (record: R) => ReactNode;
  /** Where the result is shown. */
  back: (record: R) => string;
  defaults: (record: R) => DefaultValues<T>;
  /** Changes what the form holds into what the API reads. */
  toBody?: ((values: T, record: R) => unknown) | undefined;
  children: (record: R) => ReactNode;
}

/** A long form about a record on a page of its own, with a draft that survives everything. */
export function ActionPage<R extends Acting, T extends FieldValues>(props: ActionPageProps<R, T>) {
  const { id = '' } = useParams();
  return (
    <RecordPage<R> resource={props.resource} id={id}>
      {(record) => <ActionForm<R, T> {...props} record={record} />}
    </RecordPage>
  );
}

function ActionForm<R extends Acting, T extends FieldValues>(props: ActionPageProps<R, T> & { record: R }) {
  const { resource, action, title, hint, record, defaults, toBody, children } = props;
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const draft = useDraft<T>(action, record.id);
  const command = useAct<unknown, R>(resource, record.id, action);
  const allowed = record.allowedActions.find((item) => item.action === action);
  const back = (): void => void navigate(props.back(record));
  const submit = async (values: T): Promise<void> => {
    const result = await command.run(clean<unknown>(toBody?.(values, record) ?? values));
    if (result === undefined) return;
    await draft.discard();
    notify(t('action.done', { label: title }), { type: 'success' });
    back();
  };
  return (
    <>
      {props.head(record)}
      <Typography component="h2" variant="h6" sx={{ fontWeight: 700, mb: hint === undefined ? 2 : 0.5 }}>
        {title}
      </Typography>
      {hint !== undefined && <Typography sx={{ color: 'text.secondary', mb: 2 }}>{hint}</Typography>}
      {allowed === undefined ? (
        <ProblemAlert
          problem={{
            title: t('action.gone'),
            status: 409,
            detail: t('action.goneHow'),
            possible: record.allowedActions,
          }}
          onRetry={back}
        />
      ) : (
        <CommandForm<T>
          defaults={defaults(record)}
          submitLabel={allowed.label}
          onSubmit={submit}
          pending={command.pending}
          problem={command.problem}
          onCancel={back}
          draft={draft}
          blocked={allowed.reason}
        >
          {children(record)}
        </CommandForm>
      )}
    </>
  );
}
