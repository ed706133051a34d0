import { Alert, Button, LinearProgress } from '@mui/material';
import { useState } from 'react';
import { DraftConflictAlert, useDraft } from '../../../components/draft';
import { useText } from '../../../i18n/use-text';
import { ReportWizard } from './ReportWizard';
import type { ReportDraft } from './report-form';

/** 我要报告: waits for what was typed last time, then shows the wizard. */
export function ReportCreate() {
  const [attempt, setAttempt] = useState(0);
  return <OpenedWizard key={attempt} onStartOver={() => setAttempt(attempt + 1)} />;
}

function OpenedWizard({ onStartOver }: { onStartOver: () => void }) {
  const t = useText();
  const draft = useDraft<ReportDraft>('report');
  const [noticed, setNoticed] = useState(false);
  if (!draft.ready) return <LinearProgress />;
  const startOver = async (): Promise<void> => {
    await draft.discard();
    onStartOver();
  };
  // Choosing the other text replaces everything on the page, so the wizard is started again with it.
  if (draft.conflict !== null) return <DraftConflictAlert onChoose={(keepMine) => draft.resolve(keepMine)} />;
  return (
    <>
      {draft.restored !== null && !noticed && (
        <Alert severity="info" onClose={() => setNoticed(true)} sx={{ maxWidth: 760, mx: 'auto', mb: 2 }}>
          {t('wizard.restored')}{' '}
          <Button size="small" onClick={() => void startOver()}>
            {t('wizard.startOver')}
          </Button>
        </Alert>
      )}
      <ReportWizard draft={draft} />
    </>
  );
}
