import CloudDone from '@mui/icons-material/CloudDoneOutlined';
import CloudOff from '@mui/icons-material/CloudOffOutlined';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { formatClock } from '../../lib';
import { useText } from '../../i18n/use-text';
import type { DraftStatus } from './draft-keeper';
import { canKeepLocally } from './local-draft';

/** Says where the typed text is kept right now. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const t = useText();
  const isOffline = status.kind === 'offline';
  const Icon = isOffline ? CloudOff : CloudDone;
  return (
    <Stack
      direction="row"
      spacing={1}
      role="status"
      sx={{ alignItems: 'center', minHeight: 28, color: 'text.secondary' }}
    >
      {status.kind !== 'idle' && (
        <Icon fontSize="small" aria-hidden color={isOffline ? 'warning' : 'success'} />
      )}
      <Typography variant="body2">
        {status.kind === 'saved' && t('draft.saved', { time: formatClock(status.at) })}
        {status.kind === 'saving' && t('draft.saving')}
        {status.kind === 'offline' && t(status.kept ? 'draft.keptHere' : 'draft.notKept')}
        {status.kind === 'idle' && t(canKeepLocally() ? 'draft.auto' : 'draft.serverOnly')}
      </Typography>
    </Stack>
  );
}

/** Two texts of one draft: the person decides which one stays. */
export function DraftConflictAlert({ onChoose }: { onChoose: (keepMine: boolean) => void }) {
  const t = useText();
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('draft.conflictTitle')}</Typography>
      <Typography sx={{ mb: 1 }}>{t('draft.conflictHint')}</Typography>
      <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }} useFlexGap>
        <Button variant="contained" onClick={() => onChoose(true)}>
          {t('draft.keepMine')}
        </Button>
        <Button variant="outlined" onClick={() => onChoose(false)}>
          {t('draft.keepServer')}
        </Button>
      </Stack>
    </Alert>
  );
}
