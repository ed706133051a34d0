import { Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Home } from '../api';
import { useText } from '../i18n/use-text';

/** 今日值班: who answers for this agency now. */
export function DutyLine({ duty }: { duty: NonNullable<Home['duty']> }) {
  const t = useText();
  const { officerNames, leaderName, link } = duty;
  const words = [
    officerNames.length === 0 ? t('duty.homeNobody') : t('duty.home', { names: officerNames.join('、') }),
    ...(leaderName === null ? [] : [t('duty.homeLeader', { name: leaderName })]),
  ];
  return (
    <Typography sx={{ mb: 2 }}>
      {words.join('；')}
      <Link component={RouterLink} to={link} sx={{ ml: 1.5, display: 'inline-block', py: 0.5 }}>
        {t('duty.see')}
      </Link>
    </Typography>
  );
}
