import LocalPolice from '@mui/icons-material/LocalPolice';
import { Alert, Button, Typography } from '@mui/material';
import type { Report } from '../../api';
import { useText } from '../../i18n/use-text';

/** Stays until the call to the police is recorded; nobody can close it. */
export function PoliceBanner({ report }: { report: Pick<Report, 'policeRequired' | 'policeToldAt'> }) {
  const t = useText();
  if (!report.policeRequired || report.policeToldAt !== null) return null;
  return (
    <Alert severity="error" variant="filled" icon={<LocalPolice />} sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 700 }}>{t('report.policeBanner')}</Typography>
      <Typography sx={{ mb: 1 }}>{t('report.policeBannerHint')}</Typography>
      <Button
        href="tel:110"
        variant="contained"
        sx={{ bgcolor: '#fff', color: 'error.main', '&:hover': { bgcolor: '#fbe9e9' } }}
      >
        {t('wizard.call110')}
      </Button>
    </Alert>
  );
}
