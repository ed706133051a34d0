import { Alert, Box, Button, Typography } from '@mui/material';
import { NETWORK_PROBLEM } from '../api';
import type { Problem } from '../api';
import { useText } from '../i18n/use-text';
import type { Text } from '../i18n/use-text';

/** 发生了什么 / 怎么办 / 编号. */
export function ProblemAlert({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const t = useText();
  if (problem === null) return null;
  const { what, how } = explain(problem, t);
  return (
    <Alert severity="error" role="alert" sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}>
      <Line label={t('problem.what')} text={what} />
      <Line label={t('problem.how')} text={how} />
      {problem.possible !== undefined && problem.possible.length > 0 && (
        <Line label={t('problem.possible')} text={problem.possible.map((item) => item.label).join('、')} />
      )}
      {problem.traceId !== undefined && <Line label={t('problem.number')} text={problem.traceId} />}
      {onRetry !== undefined && (
        <Box sx={{ mt: 1 }}>
          <Button variant="outlined" color="error" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        </Box>
      )}
    </Alert>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <Typography>
      <b>{label}</b>
      {text}
    </Typography>
  );
}

/** The server's own words where it has some, ours where it could not answer. */
function explain(problem: Problem, t: Text): { what: string; how: string } {
  const { status, code, title, detail } = problem;
  if (code === NETWORK_PROBLEM) return { what: t('problem.network'), how: t('problem.networkHow') };
  if (status === 404) return { what: title || t('problem.missing'), how: detail ?? t('problem.missingHow') };
  if (status >= 500 || title === '') {
    const how = code === 'CLIENT' ? t('problem.clientHow') : (detail ?? t('problem.serverHow'));
    return { what: title || t('problem.server'), how };
  }
  return { what: title, how: detail ?? t('problem.serverHow') };
}
