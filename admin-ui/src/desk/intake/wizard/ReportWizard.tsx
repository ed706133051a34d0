import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { serverNow, submitKeyFor } from '../../../api';
import { ErrorSummary, ProblemAlert, usePageTitle } from '../../../components';
import { DraftStatusLine } from '../../../components/draft';
import type { Draft } from '../../../components/draft';
import { useText } from '../../../i18n/use-text';
import { useSession } from '../../../lib';
import { WizardStep } from './WizardStep';
import {
  emptyReport,
  gapsOf,
  stepOfField,
  STEPS,
  stepTitle,
  takesCalls,
  toCreateReport,
} from './report-form';
import type { ReportDraft, ReportFormValues } from './report-form';
import { useSendReport } from './use-send-report';

/** One group of questions a page; nothing typed is lost, whatever happens. */
export function ReportWizard({ draft }: { draft: Draft<ReportDraft> }) {
  const t = useText();
  const navigate = useNavigate();
  const { user, agency } = useSession();
  const form = useForm<ReportFormValues>({
    defaultValues: {
      ...emptyReport(user.role, agency.kind, {
        by: user.displayName,
        at: new Date(serverNow()).toISOString(),
      }),
      ...draft.restored?.values,
    },
  });
  const [step, setStep] = useState(draft.restored?.step ?? 0);
  const submit = useRef(draft.restored?.submit ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const send = useSendReport();
  const current = STEPS[step] ?? STEPS[0];
  usePageTitle(t(stepTitle(current.key, takesCalls(user.role))));

  const remember = (at: number): void => {
    draft.save({ values: form.getValues(), step: at, submit: submit.current });
  };
  const rememberTyping = useEffectEvent(() => remember(step));
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => rememberTyping() }), [form]);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);

  const goTo = (at: number): void => {
    moved.current = true;
    setStep(at);
    remember(at);
  };
  const finish = async (): Promise<void> => {
    const body = toCreateReport(form.getValues());
    submit.current = submitKeyFor(body, submit.current);
    remember(step);
    const { receipt, problem } = await send.run(body, submit.current.key);
    if (receipt !== null) {
      await draft.discard();
      void navigate(`/reports/${receipt.id}/sent`, { replace: true });
      return;
    }
    const fields = Object.entries(problem?.errors ?? {});
    for (const [name, messages] of fields) {
      form.setError(name as 'facts', { type: 'server', message: messages.join('；') });
    }
    const first = fields[0]?.[0];
    if (first !== undefined) {
      goTo(stepOfField(first));
      setTimeout(() => form.setFocus(first as 'facts'), 50);
    }
  };
  const isLast = step === STEPS.length - 1;
  const blocked = isLast && gapsOf(form.getValues()).length > 0;
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isLast) void finish();
          else goTo(step + 1);
        }}
        sx={{ maxWidth: 760, mx: 'auto' }}
      >
        <Typography sx={{ color: 'text.secondary' }}>
          {t('wizard.progress', { step: step + 1, count: STEPS.length })}
        </Typography>
        <Typography
          component="h1"
          variant="h5"
          tabIndex={-1}
          ref={heading}
          sx={{ fontWeight: 700, mb: 2, outline: 'none' }}
        >
          {t(stepTitle(current.key, takesCalls(user.role)))}
        </Typography>
        {(isLast || send.problem?.errors !== undefined) && (
          <ErrorSummary missing={null} problem={send.problem} />
        )}
        {isLast && send.problem?.errors === undefined && <ProblemAlert problem={send.problem} />}
        <WizardStep step={current.key} goTo={goTo} />
        <Stack direction={{ xs: 'column-reverse', sm: 'row' }} spacing={1.5} sx={{ mt: 3 }}>
          {step > 0 && (
            <Button variant="outlined" size="large" onClick={() => goTo(step - 1)}>
              {t('wizard.back')}
            </Button>
          )}
          <Button type="submit" variant="contained" size="large" disabled={send.pending || blocked}>
            {t(isLast ? (send.pending ? 'form.sending' : 'wizard.send') : 'wizard.next')}
          </Button>
          {!isLast && step > 0 && draft.restored !== null && (
            <Button onClick={() => goTo(STEPS.length - 1)}>{t('wizard.toReview')}</Button>
          )}
        </Stack>
        <Box sx={{ mt: 2 }}>
          <DraftStatusLine status={draft.status} />
        </Box>
      </Box>
    </FormProvider>
  );
}
