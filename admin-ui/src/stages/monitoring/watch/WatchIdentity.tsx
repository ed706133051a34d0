import { Chip, Paper, Stack, Typography } from '@mui/material';
import type { WatchItem } from '../../../api';
import { usePageTitle } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { LevelChip } from './LevelChip';

/** Whom this is about, at the head of every page of the file. */
export function WatchIdentity({ item }: { item: WatchItem }) {
  const t = useText();
  usePageTitle(t('watch.title', { no: item.number }));
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {item.childName ?? item.number}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {[item.childAge === null ? '' : t('field.years', { age: item.childAge }), item.number]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <LevelChip item={item} />
        <Chip size="small" label={item.stateName} />
      </Stack>
    </Paper>
  );
}
