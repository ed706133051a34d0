import { Box, FormControlLabel, Switch, Typography } from '@mui/material';
import { useState } from 'react';
import type { TimelineEntry } from '../api';
import { useText } from '../i18n/use-text';
import { formatInstant, useNow } from '../lib';
import { EmptyState } from './EmptyState';

/** Entries that say who looked or was reminded, not what happened to the child's case. */
const MINOR = /remind|notify|notice|view|read|disclose|urge|add|comment|provisional/;

/** What is coming above the line of the present, what happened below it; newest nearest to the line. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] | null }) {
  const t = useText();
  const now = useNow();
  const [onlyKey, setOnlyKey] = useState(false);
  if (entries === null || entries.length === 0) {
    return <EmptyState title={t('timeline.emptyTitle')} hint={t('timeline.emptyHint')} />;
  }
  const shown = entries
    .filter((entry) => !onlyKey || !MINOR.test(entry.action))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const upcoming = shown.filter((entry) => entry.upcoming);
  const past = shown.filter((entry) => !entry.upcoming);
  return (
    <Box>
      <FormControlLabel
        control={<Switch checked={onlyKey} onChange={(_, checked) => setOnlyKey(checked)} />}
        label={t('timeline.onlyKey')}
      />
      <Entries entries={upcoming} label={t('timeline.upcoming')} upcoming />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, my: 1.5, color: 'primary.main' }}>
        <Box sx={{ flex: 1, borderTop: '2px solid' }} />
        <Typography sx={{ fontWeight: 700 }}>{t('timeline.now', { at: formatInstant(now) })}</Typography>
        <Box sx={{ flex: 1, borderTop: '2px solid' }} />
      </Box>
      <Entries entries={past} label={t('timeline.past')} />
    </Box>
  );
}

interface EntriesProps {
  entries: readonly TimelineEntry[];
  label: string;
  upcoming?: boolean;
}

function Entries({ entries, label, upcoming }: EntriesProps) {
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map((entry) => (
        <Box
          component="li"
          key={entry.id}
          sx={{
            borderLeft: upcoming === true ? '3px dashed' : '3px solid',
            borderColor: upcoming === true ? 'warning.main' : 'primary.light',
            pl: 2,
            pb: 1.5,
          }}
        >
          <Typography sx={{ fontWeight: 600 }}>
            {[entry.label, entry.subject].filter(Boolean).join('：')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[formatInstant(entry.at), entry.agencyName, entry.actorName].filter(Boolean).join(' · ')}
          </Typography>
          {entry.note !== null && entry.note !== '' && (
            <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
              {entry.note}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
