import { LinearProgress } from '@mui/material';
import { DraftConflictAlert, useDraft } from '../../../components/draft';
import { ReportWizard } from './ReportWizard';
import type { ReportDraft } from './report-form';

/** 我要报告: waits for what was typed last time, then shows the wizard. */
export function ReportCreate() {
  const draft = useDraft<ReportDraft>('report');
  if (!draft.ready) return <LinearProgress />;
  // Choosing the other text replaces everything on the page, so the wizard is started again with it.
  return draft.conflict === null ? (
    <ReportWizard draft={draft} />
  ) : (
    <DraftConflictAlert onChoose={(keepMine) => draft.resolve(keepMine)} />
  );
}
