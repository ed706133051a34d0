import { LinearProgress } from '@mui/material';
import { useNotify } from 'ra-core';
import { useNavigate, useParams } from 'react-router-dom';
import { toProblem } from '../../../api';
import type { Report, TriageProposal } from '../../../api';
import { CommandForm, PageHeading, ProblemAlert, RecordPage } from '../../../components';
import { useDraft } from '../../../components/draft';
import { useText } from '../../../i18n/use-text';
import { useAct, useFetched } from '../../../lib';
import { PoliceBanner } from '../PoliceBanner';
import { RelatedRecords } from '../RelatedRecords';
import { ChildrenSection } from './ChildrenSection';
import { ExclusionSection } from './ExclusionSection';
import { NoticesSection } from './NoticesSection';
import { OrdersSection } from './OrdersSection';
import { PoliceSection, SummarySection, SuspectsSection, UrgencySection } from './PlainSections';
import { ReviewSection } from './ReviewSection';
import { fromProposal, toTriage } from './triage-form';
import type { TriageFormValues } from './triage-form';

/** 分诊: who must not know comes before whom to send it to. */
export function TriagePage() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Report> resource="reports" id={id}>
      {(report) => <ProposalLoader report={report} />}
    </RecordPage>
  );
}

function ProposalLoader({ report }: { report: Report }) {
  const t = useText();
  const path = `/reports/${report.id}/triage-proposal`;
  const proposal = useFetched<TriageProposal>(['triage-proposal', report.id], path);
  const action = report.allowedActions.find((item) => item.action === 'triage');
  if (action === undefined) {
    const detail = t('triage.notNow', { state: report.stateName });
    return <ProblemAlert problem={{ title: t('triage.notNowTitle'), status: 409, detail }} />;
  }
  if (proposal.error !== null) {
    return <ProblemAlert problem={toProblem(proposal.error)} onRetry={() => void proposal.refetch()} />;
  }
  if (proposal.data === undefined) return <LinearProgress />;
  return <TriageForm report={report} proposal={proposal.data} blocked={action.reason} />;
}

interface TriageFormProps {
  report: Report;
  proposal: TriageProposal;
  blocked: string | undefined;
}

function TriageForm({ report, proposal, blocked }: TriageFormProps) {
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const draft = useDraft<TriageFormValues>('triage', report.id);
  const command = useAct<unknown, Report>('reports', report.id, 'triage');
  const submit = async (values: TriageFormValues): Promise<void> => {
    const result = await command.run(toTriage(values));
    if (result === undefined) return;
    await draft.discard();
    notify(t('triage.done'), { type: 'success' });
    void navigate(`/reports/${report.id}`);
  };
  return (
    <>
      <PageHeading title={t('triage.title', { no: report.reportNo })} hint={t('triage.hint')} />
      <PoliceBanner report={report} />
      <RelatedRecords related={proposal.related} />
      <CommandForm<TriageFormValues>
        defaults={fromProposal(proposal, report)}
        submitLabel={t('triage.submit')}
        onSubmit={submit}
        pending={command.pending}
        problem={command.problem}
        onCancel={() => void navigate(`/reports/${report.id}`)}
        draft={draft}
        blocked={blocked}
      >
        <UrgencySection />
        <PoliceSection required={report.policeRequired} />
        <ExclusionSection report={report} />
        <ChildrenSection matches={proposal.matches} />
        <SuspectsSection />
        <SummarySection content={report.content} />
        <OrdersSection />
        <NoticesSection />
        <ReviewSection />
      </CommandForm>
    </>
  );
}
