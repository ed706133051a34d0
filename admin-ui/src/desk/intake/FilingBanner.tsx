import AccountBalance from '@mui/icons-material/AccountBalanceOutlined';
import { Alert, Typography } from '@mui/material';
import type { Report } from '../../api';
import { useText } from '../../i18n/use-text';

type Part = Pick<Report, 'authorityRequired' | 'authorityToldAt' | 'authorityName'>;

/** Beside the police banner: the reporting unit files with its authority too (强制报告意见 5). */
export function FilingBanner({ report }: { report: Part }) {
  const t = useText();
  if (!report.authorityRequired || report.authorityToldAt !== null) return null;
  return (
    <Alert severity="warning" icon={<AccountBalance />} sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 700 }}>
        {report.authorityName === null
          ? t('road.filingBannerOther')
          : t('road.filingBanner', { authority: report.authorityName })}
      </Typography>
      <Typography>{t('road.filingBannerHint')}</Typography>
    </Alert>
  );
}
