import Inbox from '@mui/icons-material/InboxOutlined';
import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';

interface EmptyStateProps {
  title: string;
  /** What appears here and where it comes from. */
  hint: string;
  action?: { label: string; to: string } | undefined;
}

/** An empty place that teaches what it is for. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Box
      sx={{
        textAlign: 'center',
        py: 5,
        px: 2,
        border: '1px dashed',
        borderColor: 'divider',
        borderRadius: 2,
      }}
    >
      <Inbox sx={{ fontSize: 44, color: 'text.secondary' }} aria-hidden />
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 560, mx: 'auto' }}>{hint}</Typography>
      {action !== undefined && (
        <Button component={Link} to={action.to} variant="contained" sx={{ mt: 2 }}>
          {action.label}
        </Button>
      )}
    </Box>
  );
}
