import { Alert, Box, Chip, LinearProgress, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { toProblem } from '../../api';
import type { OrderOffer, OrderOffers } from '../../api';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { ProblemAlert, Section } from '../../components';
import { FormChoice, FormDate, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useFetched } from '../../lib';
import { OrderBasis } from './OrderBasis';

interface IssueOrderValues {
  agencyId: string;
  role: 'lead' | 'co';
  task: string;
  expectedOn: string;
}

/** 补发协办单: one more agency for a case at work, with the task the routing table has for it. */
export function IssueOrderPage() {
  const t = useText();
  return (
    <CaseActionPage<IssueOrderValues>
      action="issue-order"
      title={t('furtherOrder.title')}
      hint={t('furtherOrder.hint')}
      tab="orders"
      defaults={() => ({ agencyId: '', role: 'co', task: '' })}
    >
      {({ id }) => <OffersLoader caseId={id} />}
    </CaseActionPage>
  );
}

function OffersLoader({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useFetched<OrderOffers>(
    ['cases', 'order-offers', caseId],
    `/cases/${caseId}/order-offers`,
  );
  if (error !== null) return <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />;
  return data === undefined ? <LinearProgress /> : <OrderFields {...data} />;
}

function OrderFields({ summary, isLed, offers }: OrderOffers) {
  const t = useText();
  usePrefilled(offers, isLed);
  const chosen = useFormContext<IssueOrderValues>().watch('agencyId');
  const offer = offers.find(({ agencyId }) => agencyId === chosen);
  const agencies = offers.map(({ agencyId, agencyName, suggested }) => ({
    code: agencyId,
    name: suggested ? t('furtherOrder.suggested', { name: agencyName }) : agencyName,
  }));
  return (
    <>
      <Section title={t('furtherOrder.summary')}>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 1 }}>{summary}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('furtherOrder.summaryHint')}
        </Typography>
      </Section>
      <Section title={t('furtherOrder.whom')}>
        <FormSelect
          name="agencyId"
          label={t('order.agency')}
          help={t('furtherOrder.agencyHelp')}
          options={agencies}
          required
        />
        {offer !== undefined && <Terms offer={offer} />}
        {offer?.isLetter !== true && <RoleField isLed={isLed} />}
        <FormText
          name="task"
          label={t('triage.task')}
          help={t('furtherOrder.taskHelp')}
          rows={3}
          required
          maxLength={500}
        />
        <FormDate name="expectedOn" label={t('order.expectedOn')} help={t('furtherOrder.expectedHelp')} />
      </Section>
    </>
  );
}

/** The proposal of the agency that was chosen; words somebody wrote stay. */
function usePrefilled(offers: readonly OrderOffer[], isLed: boolean): void {
  const { subscribe, getValues, setValue } = useFormContext<IssueOrderValues>();
  // A draft from the time before there was a lead.
  useEffect(() => {
    if (isLed) setValue('role', 'co');
  }, [isLed, setValue]);
  useEffect(
    () =>
      subscribe({
        name: 'agencyId',
        formState: { values: true },
        callback: ({ values: { agencyId } }) => {
          const offer = offers.find((item) => item.agencyId === agencyId);
          setValue('role', offer?.role ?? 'co', { shouldDirty: true });
          const task = getValues('task');
          if (task === '' || offers.some((item) => item.task === task))
            setValue('task', offer?.task ?? '', { shouldDirty: true });
        },
      }),
    [offers, subscribe, getValues, setValue],
  );
}

function Terms({ offer }: { offer: OrderOffer }) {
  const t = useText();
  return (
    <Box sx={{ mt: -1.5, mb: 2.5 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1 }}>
        {offer.isLetter && <Chip size="small" label={t('triage.letter')} />}
        {!offer.refusable && (
          <Chip size="small" color="warning" variant="outlined" label={t('triage.notRefusable')} />
        )}
      </Stack>
      <OrderBasis terms={offer} />
      {offer.isLetter && <Alert severity="info">{t('furtherOrder.letterHint')}</Alert>}
    </Box>
  );
}

/** One leads at a time; only a case without a lead offers the choice. */
function RoleField({ isLed }: { isLed: boolean }) {
  const t = useText();
  if (isLed)
    return <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('furtherOrder.isLed')}</Typography>;
  const roles = [
    { code: 'lead', name: t('triage.lead') },
    { code: 'co', name: t('triage.coAgencies') },
  ];
  return (
    <FormChoice
      name="role"
      label={t('furtherOrder.role')}
      help={t('furtherOrder.roleHelp')}
      options={roles}
      inline
      required
    />
  );
}
