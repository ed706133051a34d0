import CheckCircle from '@mui/icons-material/CheckCircle';
import PlayCircle from '@mui/icons-material/PlayCircleFilled';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import type { Case, CaseStage } from '../api';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';

type Mark = 'open' | 'done' | 'none';
const STAGES = ['emergency', 'assessment', 'assistance', 'guardianship'] as const;
const ICON = {
  open: <PlayCircle color="primary" />,
  done: <CheckCircle color="success" />,
  none: <RadioButtonUnchecked color="disabled" />,
};

/** Where the case is: several stages may be open at once, then closing and closed. */
export function StageBar({ file }: { file: Pick<Case, 'stages' | 'phase' | 'closedAt'> }) {
  const t = useText();
  const closing: Mark = file.phase === 'closed' ? 'done' : file.phase === 'closing' ? 'open' : 'none';
  return (
    <Box component="ol" aria-label={t('stage.bar')} sx={LIST}>
      {STAGES.map((stage) => {
        const { mark, since } = markOf(file.stages.filter((row) => row.stage === stage));
        return <Step key={stage} name={t(`stage.${stage}`)} mark={mark} since={since} />;
      })}
      <Step name={t('stage.closing')} mark={closing} since={null} />
      <Step
        name={t('stage.closed')}
        mark={file.phase === 'closed' ? 'done' : 'none'}
        since={file.closedAt}
        bare
      />
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
  if (last === undefined) return { mark: 'none', since: null };
  return last.closedAt === null
    ? { mark: 'open', since: last.openedAt }
    : { mark: 'done', since: last.closedAt };
}

interface StepProps {
  name: string;
  mark: Mark;
  since: string | null;
  /** The name says already that it is done. */
  bare?: boolean;
}

function Step({ name, mark, since, bare }: StepProps) {
  const t = useText();
  return (
    <Box
      component="li"
      {...(mark === 'open' ? { 'aria-current': 'step' as const } : {})}
      sx={{
        display: 'flex',
        gap: 0.75,
        alignItems: 'center',
        px: 1.25,
        py: 0.5,
        borderRadius: 5,
        border: '1px solid',
        borderColor: mark === 'open' ? 'primary.main' : 'divider',
        bgcolor: mark === 'open' ? 'rgba(11,83,81,.08)' : 'background.paper',
      }}
    >
      {ICON[mark]}
      <Typography variant="body2" sx={{ fontWeight: mark === 'open' ? 700 : 400 }}>
        {name}
        <Box
          component="span"
          sx={mark === 'none' || bare === true ? HIDDEN : { color: 'text.secondary', ml: 0.5 }}
        >
          {t(`stage.mark.${mark}`)}
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
