import { Alert, Typography } from '@mui/material';
import { EmergencyCalls } from '../../../components';
import { FormAnswer, FormInstant, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';

/** Help first: the calls stand before anything is to be typed. */
export function DangerStep() {
  const t = useText();
  return (
    <>
      <EmergencyCalls />
      <Alert severity="info" sx={{ mb: 3 }}>
        <Typography sx={{ fontWeight: 700 }}>{t('wizard.promise')}</Typography>
        <Typography>{t('wizard.care')}</Typography>
        <Typography>{t('wizard.secrecy')}</Typography>
      </Alert>
      <FormAnswer name="childSafeNow" label={t('wizard.childSafeNow')} />
      <FormInstant
        name="policeToldAt"
        label={t('wizard.policeToldAt')}
        help={t('wizard.policeToldHelp')}
        present
      />
      <FormText name="policeReceiptNo" label={t('report.policeReceiptNo')} help={t('wizard.canSkip')} />
      <FormInstant
        name="authorityToldAt"
        label={t('wizard.authorityToldAt')}
        help={t('wizard.authorityHelp')}
      />
    </>
  );
}
