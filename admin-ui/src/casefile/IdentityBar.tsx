import { Chip, Paper, Stack, Typography } from '@mui/material';
import type { Case } from '../api';
import { DeadlineBadge, StageBar, UrgencyChip, usePageTitle } from '../components';
import { useText } from '../i18n/use-text';
import { findNextDeadline } from '../lib';

/** Whose case this is and how urgent, at the head of every page of the case. */
export function IdentityBar({ file, compact }: { file: Case; compact?: boolean }) {
  const t = useText();
  const next = findNextDeadline(file.deadlines);
  usePageTitle(t('case.title', { no: file.caseNo }));
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {file.childName ?? file.caseNo}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {file.childName === null ? t('case.nameSealed') : file.caseNo}
        </Typography>
        <UrgencyChip urgency={file.urgency} />
        <Chip
          size="small"
          variant="outlined"
          color={file.riskLevel === 'high' ? 'error' : file.riskLevel === 'medium' ? 'warning' : 'default'}
          label={t('case.riskIs', { level: file.riskLevelName ?? t('case.notAssessed') })}
        />
        <Chip size="small" label={file.phaseName} />
        {next !== undefined && <DeadlineBadge deadline={next} />}
      </Stack>
      {compact !== true && (
        <Stack sx={{ mt: 1.5 }}>
          <StageBar file={file} />
        </Stack>
      )}
    </Paper>
  );
}
