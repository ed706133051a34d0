import { Box, Chip, Link, Stack, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { DutyAgency, Page } from '../../api';
import { Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { useFetched } from '../../lib';

/** Who is on duty elsewhere, those with gaps first; for whom sees more than one roster. */
export function DutyAgencies({ shown }: { shown: string }) {
  const t = useText();
  const agencies = useFetched<Page<DutyAgency>>(['duty', 'agencies'], '/duty/rosters').data?.data ?? [];
  const others = agencies
    .filter(({ id }) => id !== shown)
    .sort((a, b) => Number(b.gaps.length > 0) - Number(a.gaps.length > 0));
  if (others.length === 0) return null;
  return (
    <Section title={t('duty.others')}>
      <Typography sx={{ mb: 1 }}>{t('duty.othersHint')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {others.map((agency) => (
          <AgencyLine key={agency.id} agency={agency} />
        ))}
      </Box>
    </Section>
  );
}

function AgencyLine({ agency }: { agency: DutyAgency }) {
  const t = useText();
  const { id, agencyName, officerNames, leaderName, gaps } = agency;
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ flexWrap: 'wrap', alignItems: 'center', py: 1, borderTop: '1px solid', borderColor: 'divider' }}
    >
      <Box sx={{ flex: '1 1 240px' }}>
        <Link
          component={RouterLink}
          to={`/duty/${id}`}
          sx={{ fontWeight: 600, display: 'inline-block', py: 0.5 }}
        >
          {agencyName}
        </Link>
        <Typography>
          {officerNames.length === 0
            ? t('duty.nobody')
            : t('duty.onDuty', { names: officerNames.join('、') })}
          {leaderName !== null && `；${t('duty.leader', { name: leaderName })}`}
        </Typography>
      </Box>
      <Chip
        size="small"
        color={gaps.length > 0 ? 'warning' : 'default'}
        variant="outlined"
        label={t(gaps.length > 0 ? 'duty.hasGap' : 'duty.covered')}
      />
    </Stack>
  );
}
