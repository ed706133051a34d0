import { Box, Paper, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { HomeCard } from '../api';
import { useText } from '../i18n/use-text';
import { consoleLink } from '../lib';

/** Numbers; each is a link to exactly the list behind it. */
export function HomeCards({ cards }: { cards: readonly HomeCard[] }) {
  const t = useText();
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 1.5, mb: 2 }}
    >
      {cards.map(({ key, label, count, capped, link }) => (
        <Paper
          key={key}
          component={Link}
          to={consoleLink(link)}
          variant="outlined"
          sx={{
            p: 2,
            textDecoration: 'none',
            color: 'text.primary',
            '&:hover': { borderColor: 'primary.main' },
          }}
        >
          <Typography
            component="span"
            sx={{ display: 'block', fontSize: '1.9rem', fontWeight: 700, color: 'primary.main' }}
          >
            {capped ? t('home.more', { count }) : count}
          </Typography>
          <Typography component="span">{label}</Typography>
        </Paper>
      ))}
    </Box>
  );
}
