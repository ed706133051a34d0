import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { NETWORK_PROBLEM } from '../../api';
import { useText } from '../../i18n/use-text';
import { formatSize } from './attachment-files';
import type { Upload, Uploads } from './use-uploads';

/** Refusals that a second try cannot change: the file itself is not taken. */
const FINAL = new Set([413, 415, 422]);

/** One file on its way: how far it is, or why not and what to do; the chosen file is never lost. */
export function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const t = useText();
  const { key, name, file, state, share, problem } = upload;
  const percent = Math.round(share * 100);
  const what = problem?.code === NETWORK_PROBLEM ? t('problem.network') : problem?.title;
  const how = problem?.code === NETWORK_PROBLEM ? t('attachment.networkHow') : problem?.detail;
  return (
    <Box component="li" sx={{ py: 1 }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ flex: 1, minWidth: 140, overflowWrap: 'anywhere' }}>
          {name}
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
            {formatSize(file.size)} · {t(`attachment.state.${state}`, { percent })}
          </Typography>
        </Typography>
        {state === 'failed' && !FINAL.has(problem?.status ?? 0) && (
          <Button
            variant="outlined"
            onClick={() => uploads.retry(key)}
            aria-label={`${t('problem.retry')} ${name}`}
          >
            {t('problem.retry')}
          </Button>
        )}
        <Button onClick={() => uploads.drop(key)} aria-label={`${t('form.cancel')} ${name}`}>
          {t(state === 'failed' ? 'attachment.dismiss' : 'form.cancel')}
        </Button>
      </Stack>
      {state === 'failed' ? (
        <Alert severity="error" role="alert" sx={{ mt: 0.5 }}>
          <b>{what}</b> {how}
        </Alert>
      ) : (
        <LinearProgress
          variant={state === 'waiting' ? 'indeterminate' : 'determinate'}
          value={percent}
          aria-label={t('attachment.progress', { name })}
          sx={{ mt: 0.5 }}
        />
      )}
    </Box>
  );
}
