import { Chip } from '@mui/material';
import type { Urgency } from '../api';
import { useText } from '../i18n/use-text';

const LOOK: Readonly<Record<Urgency, { fg: string; bg: string }>> = {
  U0: { fg: '#ffffff', bg: '#a31515' },
  U1: { fg: '#7a2e00', bg: '#ffe0c2' },
  U2: { fg: '#0b3d66', bg: '#dcecfb' },
  U3: { fg: '#37474f', bg: '#eceff1' },
};

/** 紧急 / 高 / 中 / 低. */
export function UrgencyChip({ urgency }: { urgency: Urgency | null | undefined }) {
  const t = useText();
  if (urgency === null || urgency === undefined) return null;
  const { fg, bg } = LOOK[urgency];
  return (
    <Chip size="small" label={t(`urgency.${urgency}`)} sx={{ color: fg, bgcolor: bg, fontWeight: 700 }} />
  );
}
