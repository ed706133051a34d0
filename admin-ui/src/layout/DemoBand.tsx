import { Box } from '@mui/material';
import { useText } from '../i18n/use-text';

/** On every screen of an installation that is not real. */
export function DemoBand({ kind }: { kind: 'demo' | 'real' | 'test' }) {
  const t = useText();
  if (kind === 'real') return null;
  return (
    <Box
      role="note"
      sx={{
        bgcolor: '#8f1111',
        color: '#fff',
        textAlign: 'center',
        py: 0.5,
        px: 1,
        fontWeight: 600,
        fontSize: '0.95rem',
      }}
    >
      {t(kind === 'demo' ? 'app.demoBand' : 'app.testBand')}
    </Box>
  );
}
