import { Box, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';

interface PageHeadingProps {
  title: string;
  /** A sentence under the title. */
  hint?: ReactNode;
  /** Buttons on the right. */
  children?: ReactNode;
}

/** Sets the title of the browser's tab for as long as the page is shown. */
export function usePageTitle(title: string): void {
  const t = useText();
  const product = t('app.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}

/** The one h1 of a page. */
export function PageHeading({ title, hint, children }: PageHeadingProps) {
  usePageTitle(title);
  return (
    <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
      <Box sx={{ flex: '1 1 280px' }}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {title}
        </Typography>
        {hint !== undefined && <Typography sx={{ color: 'text.secondary' }}>{hint}</Typography>}
      </Box>
      {children}
    </Stack>
  );
}
