import { Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A titled block of a page. */
export function Section({ title, children, id }: { title: string; children: ReactNode; id?: string }) {
  return (
    <Paper
      component="section"
      variant="outlined"
      sx={{ p: { xs: 2, md: 2.5 }, mb: 2 }}
      {...(id === undefined ? {} : { id })}
    >
      <Typography component="h2" variant="h6" sx={{ mb: 1.5, fontWeight: 700 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}
