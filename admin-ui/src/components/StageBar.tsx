import CheckCircle from '@mui/icons-material/CheckCircle';
import PauseCircle from '@mui/icons-material/PauseCircleFilled';
import PlayCircle from '@mui/icons-material/PlayCircleFilled';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Case, CaseStage } from '../api';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';
import { type Mark, stageMark, stepsAfterWork } from './stage-marks';

const STAGES = ['emergency', 'assessment', 'assistance', 'guardianship'] as const;
const ICON: Readonly<Record<Mark, ReactNode>> = {
  open: <PlayCircle color="primary" />,
  done: <CheckCircle color="success" />,
  none: <RadioButtonUnchecked color="disabled" />,
  held: <PauseCircle color="warning" />,
};
/** Phases that stand across the road of the stages: the case rests, moves away, or nothing goes on any more. */
const HELD: ReadonlySet<Case['phase']> = new Set(['suspended', 'transferring', 'frozen']);

type BarCase = Pick<Case, 'stages' | 'phase' | 'phaseName' | 'closedAt' | 'followUpPlan'>;

/** Where the case is: several stages may be open at once, then closing, 跟踪回访 and the archive; a case may be held on the way. */
export function StageBar({ file }: { file: BarCase }) {
  const t = useText();
  const { closing, closed, followUp, archived } = stepsAfterWork(file.phase, file.followUpPlan);
  const left = file.followUpPlan?.left ?? 0;
  return (
    <Box component="ol" aria-label={t('stage.bar')} sx={LIST}>
      {HELD.has(file.phase) && <Step name={file.phaseName} mark="held" since={null} bare />}
      {STAGES.map((stage) => {
        const { mark, since } = markOf(file.stages.filter((row) => row.stage === stage));
        return <Step key={stage} name={t(`stage.${stage}`)} mark={mark} since={since} />;
      })}
      <Step name={t('stage.closing')} mark={closing} since={null} />
      <Step name={t('stage.closed')} mark={closed} since={file.closedAt} bare />
      {followUp !== undefined && (
        <Step
          name={t('stage.followUp')}
          mark={followUp}
          since={null}
          {...(followUp === 'open' ? { remark: t('stage.left', { left }) } : {})}
        />
      )}
      <Step name={t('stage.archived')} mark={archived} since={null} />
    </Box>
  );
}

/** For screen readers only; the icon says the same to the eye. */
const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
const LIST = { display: 'flex', flexWrap: 'wrap', gap: 1, listStyle: 'none', p: 0, m: 0 } as const;

/** A stage may be entered more than once; the latest entry counts. */
function markOf(rows: readonly CaseStage[]): { mark: Mark; since: string | null } {
  const last = [...rows].sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt)).at(-1);
  return { mark: stageMark(last), since: last === undefined ? null : (last.closedAt ?? last.openedAt) };
}

interface StepProps {
  name: string;
  mark: Mark;
  since: string | null;
  /** The name says already how it stands. */
  bare?: boolean;
  /** Instead of the mark in words. */
  remark?: string;
}

function Step({ name, mark, since, bare, remark }: StepProps) {
  const t = useText();
  const isCurrent = mark === 'open' || mark === 'held';
  return (
    <Box
      component="li"
      {...(isCurrent ? { 'aria-current': 'step' as const } : {})}
      sx={{
        display: 'flex',
        gap: 0.75,
        alignItems: 'center',
        px: 1.25,
        py: 0.5,
        borderRadius: 5,
        border: '1px solid',
        borderColor: mark === 'held' ? 'warning.main' : isCurrent ? 'primary.main' : 'divider',
        bgcolor: isCurrent ? 'rgba(11,83,81,.08)' : 'background.paper',
      }}
    >
      {ICON[mark]}
      <Typography variant="body2" sx={{ fontWeight: isCurrent ? 700 : 400 }}>
        {name}
        <Box
          component="span"
          sx={mark === 'none' || bare === true ? HIDDEN : { color: 'text.secondary', ml: 0.5 }}
        >
          {remark ?? t(`stage.mark.${mark}`)}
        </Box>
        {since !== null && (
          <Box component="span" sx={{ color: 'text.secondary', ml: 0.5 }}>
            {formatInstant(since).slice(5)}
          </Box>
        )}
      </Typography>
    </Box>
  );
}
