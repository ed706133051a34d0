import Call from '@mui/icons-material/Call';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useText } from '../i18n/use-text';

/** Help first: 110 and 120, before anything is to be typed. */
export function EmergencyCalls() {
  const t = useText();
  return (
    <Paper sx={{ p: { xs: 2, md: 3 }, mb: 3, border: '2px solid', borderColor: 'error.main' }} elevation={0}>
      <Typography sx={{ fontWeight: 700, fontSize: '1.2rem', mb: 1.5 }}>{t('wizard.dangerFirst')}</Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        <Button href="tel:110" variant="contained" color="error" size="large" startIcon={<Call />} sx={CALL}>
          {t('wizard.call110')}
        </Button>
        <Button href="tel:120" variant="contained" color="error" size="large" startIcon={<Call />} sx={CALL}>
          {t('wizard.call120')}
        </Button>
      </Stack>
      <Typography sx={{ mt: 1.5, color: 'text.secondary' }}>{t('wizard.callNote')}</Typography>
    </Paper>
  );
}

const CALL = { flex: 1, minHeight: 64, fontSize: '1.25rem' } as const;
