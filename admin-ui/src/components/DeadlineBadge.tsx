import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import HourglassTop from '@mui/icons-material/HourglassTop';
import Timelapse from '@mui/icons-material/Timelapse';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Chip, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';
import type { Deadline } from '../api';
import { useText } from '../i18n/use-text';
import type { Text } from '../i18n/use-text';
import { deadlineBand, durationOf, formatInstant, useNow } from '../lib';
import type { DeadlineBand } from '../lib';

/** Text colours reach 4.5:1 on their backgrounds; the icon and the word say the same without colour. */
const LOOK: Readonly<Record<DeadlineBand, { fg: string; bg: string; icon: ReactElement }>> = {
  calm: { fg: '#14532d', bg: '#dcf5e3', icon: <HourglassTop /> },
  half: { fg: '#5c4400', bg: '#fff3c4', icon: <Timelapse /> },
  short: { fg: '#7a2e00', bg: '#ffe0c2', icon: <WarningAmber /> },
  overdue: { fg: '#8f1111', bg: '#fde0e0', icon: <ErrorIcon /> },
  done: { fg: '#37474f', bg: '#eceff1', icon: <CheckCircle /> },
  cancelled: { fg: '#37474f', bg: '#eceff1', icon: <Block /> },
};

/** 2天3小时, 316天, 5小时20分, 12分钟. */
export function durationText(milliseconds: number, t: Text): string {
  const { days, hours, minutes } = durationOf(milliseconds);
  if (days > 0 && hours === 0) return t('deadline.days', { days });
  if (days > 0) return t('deadline.daysHours', { days, hours });
  if (hours > 0) return t('deadline.hoursMinutes', { hours, minutes });
  return t('deadline.minutes', { minutes: Math.max(minutes, 1) });
}

interface DeadlineBadgeProps {
  deadline: Deadline | null | undefined;
  /** A letter to a court or procuratorate has an expected answer, never an overdue. */
  isLetter?: boolean;
}

/** Time left in calendar time, as word, icon and colour; the rule behind it on hover or focus. */
export function DeadlineBadge({ deadline, isLetter }: DeadlineBadgeProps) {
  const t = useText();
  const now = useNow();
  if (deadline === null || deadline === undefined) return <span>—</span>;
  const manner = isLetter === true ? 'asked' : deadline.manner;
  if (manner !== 'duty')
    return <Chip size="small" variant="outlined" label={quietLabel(deadline, manner, t)} />;
  const band = deadlineBand(deadline, now);
  const { fg, bg, icon } = LOOK[band];
  const about = [
    deadline.name,
    t('deadline.due', { at: formatInstant(deadline.dueAt) }),
    `${deadline.basisName} · ${deadline.source}`,
    ...(deadline.provisional ? [t('deadline.provisionalHelp')] : []),
  ].join('\n');
  return (
    <Tooltip title={<span style={{ whiteSpace: 'pre-line' }}>{about}</span>}>
      <Chip
        size="small"
        tabIndex={0}
        icon={icon}
        label={`${labelOf(deadline, band, now, t)}${deadline.provisional ? t('deadline.provisionalMark') : ''}`}
        sx={{ color: fg, bgcolor: bg, fontWeight: 600, '& .MuiChip-icon': { color: fg } }}
      />
    </Tooltip>
  );
}

/** Of what nobody is late with. */
function quietLabel({ state, dueAt }: Deadline, manner: 'asked' | 'right', t: Text): string {
  const at = formatInstant(dueAt).slice(0, 10);
  if (state === 'running') return t(manner === 'asked' ? 'deadline.expected' : 'deadline.mayAsk', { at });
  if (state === 'done') return t('deadline.answered');
  return t(manner === 'asked' ? 'deadline.cancelled' : 'deadline.lapsed');
}

function labelOf(deadline: Deadline, band: DeadlineBand, now: number, t: Text): string {
  if (band === 'done') return t(deadline.overdue ? 'deadline.doneLate' : 'deadline.done');
  if (band === 'cancelled') return t('deadline.cancelled');
  const time = durationText(Date.parse(deadline.dueAt) - now, t);
  return band === 'overdue' ? t('deadline.overdue', { time }) : t('deadline.left', { time });
}
