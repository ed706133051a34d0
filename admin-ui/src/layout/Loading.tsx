import { Box, CircularProgress } from '@mui/material';

/** Shown while an area is fetched. */
export function Loading() {
  return (
    <Box
      sx={{ display: 'grid', placeItems: 'center', minHeight: '40vh' }}
      role="status"
      aria-label="加载中 Loading"
    >
      <CircularProgress />
    </Box>
  );
}
