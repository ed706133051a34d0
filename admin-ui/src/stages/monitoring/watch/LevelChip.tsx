import { Chip } from '@mui/material';
import type { WatchItem } from '../../../api';

const COLOUR = { key: 'error', watch: 'warning', normal: 'default' } as const;

/** How often somebody goes and looks. */
export function LevelChip({ item: { level, levelName } }: { item: Pick<WatchItem, 'level' | 'levelName'> }) {
  return <Chip size="small" variant="outlined" color={COLOUR[level]} label={levelName} />;
}
