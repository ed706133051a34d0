import { Box, Typography } from '@mui/material';
import type { Coverage } from '../../../api';
import { useText } from '../../../i18n/use-text';

const FIGURES = ['target', 'met', 'notMet', 'open', 'findings', 'added'] as const;

/** How many children were to be seen, were met, and were not and why: counts, never a rate. */
export function CoverageFigures({ coverage }: { coverage: Coverage }) {
  const t = useText();
  return (
    <>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: { xs: 'repeat(3, 1fr)', md: 'repeat(6, 1fr)' },
          gap: 1.5,
        }}
      >
        {FIGURES.map((key) => (
          <Box key={key} sx={{ display: 'flex', flexDirection: 'column-reverse', minWidth: 0 }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`campaign.${key}`)}
            </Typography>
            <Typography component="dd" variant="h5" sx={{ m: 0, fontWeight: 700 }}>
              {coverage[key]}
            </Typography>
          </Box>
        ))}
      </Box>
      {coverage.reasons.length > 0 && (
        <Typography sx={{ mt: 1.5 }}>
          <b>{t('campaign.reasons')}</b>：{reasonsText(coverage, t)}
        </Typography>
      )}
    </>
  );
}

/** Why children were not met, in one line. */
export function reasonsText({ reasons }: Coverage, t: ReturnType<typeof useText>): string {
  return reasons.map(({ name, count }) => t('campaign.reasonCount', { name, count })).join('、');
}
