import { Chip } from '@mui/material';
import { useText } from '../../i18n/use-text';

const COLOUR: Readonly<Record<number, 'default' | 'warning' | 'error'>> = {
  180: 'default',
  270: 'warning',
  330: 'warning',
  365: 'error',
};

/** Days in custody, with the band that is reached: a year is a reason to look again, not an end (24号15). */
export function CustodyDays({ days, band }: { days: number; band: number | null }) {
  const t = useText();
  const text = t('care.custody.dayCount', { days });
  if (band === null) return <>{text}</>;
  return (
    <Chip
      size="small"
      color={COLOUR[band] ?? 'default'}
      variant={band === 365 ? 'filled' : 'outlined'}
      label={`${text} · ${t(band === 365 ? 'care.custody.overYear' : 'care.custody.overDays', { band })}`}
    />
  );
}
