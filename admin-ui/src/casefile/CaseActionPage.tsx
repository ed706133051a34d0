import { Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import type { ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router-dom';
import type { Case } from '../api';
import { CommandForm, ProblemAlert, RecordPage } from '../components';
import { useDraft } from '../components/draft';
import { ProtectionStrip } from '../stages/guardianship/ProtectionStrip';
import { useText } from '../i18n/use-text';
import { clean, useAct } from '../lib';
import { IdentityBar } from './IdentityBar';

interface CaseActionPageProps<T extends FieldValues> {
  /** The action as the server names it. */
  action: string;
  title: string;
  hint?: string;
  /** Tab of the case that shows the result. */
  tab: string;
  defaults: (file: Case) => DefaultValues<T>;
  /** Changes what the form holds into what the API reads. */
  toBody?: (values: T, file: Case) => unknown;
  children: (file: Case) => ReactNode;
}

/** A long form about a case on a page of its own, with a draft that survives everything. */
export function CaseActionPage<T extends FieldValues>(props: CaseActionPageProps<T>) {
  const { id = '' } = useParams();
  return (
    <RecordPage<Case> resource="cases" id={id}>
      {(file) => <ActionForm<T> {...props} file={file} />}
    </RecordPage>
  );
}

function ActionForm<T extends FieldValues>(props: CaseActionPageProps<T> & { file: Case }) {
  const { action, title, hint, tab, defaults, toBody, children, file } = props;
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const draft = useDraft<T>(action, file.id);
  const command = useAct<unknown, Case>('cases', file.id, action);
  const allowed = file.allowedActions.find((item) => item.action === action);
  const back = (): void => void navigate(`/cases/${file.id}?tab=${tab}`);
  const submit = async (values: T): Promise<void> => {
    const result = await command.run(clean<unknown>(toBody?.(values, file) ?? values));
    if (result === undefined) return;
    await draft.discard();
    notify(t('action.done', { label: title }), { type: 'success' });
    back();
  };
  return (
    <>
      <IdentityBar file={file} compact />
      <ProtectionStrip file={file} />
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
            possible: file.allowedActions,
          }}
          onRetry={back}
        />
      ) : (
        <CommandForm<T>
          defaults={defaults(file)}
          submitLabel={allowed.label}
          onSubmit={submit}
          pending={command.pending}
          problem={command.problem}
          onCancel={back}
          draft={draft}
          blocked={allowed.reason}
        >
          {children(file)}
        </CommandForm>
      )}
    </>
  );
}
