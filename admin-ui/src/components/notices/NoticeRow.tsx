import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Notice } from '../../api';
import { consoleLink, formatInstant } from '../../lib';
import { UrgencyChip } from '../UrgencyChip';
import { AlertState } from './AlertState';

/** One notice: a number and what to do, never a child's name. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { title, number, urgency, createdAt, readAt, link } = notice;
  return (
    <Box sx={{ py: 1, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Link
        component={RouterLink}
        to={consoleLink(link)}
        onClick={onOpen}
        sx={{ display: 'inline-block', minHeight: 28 }}
      >
        <span style={{ fontWeight: readAt === null ? 700 : 400 }}>{title}</span>
      </Link>
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', display: 'flex', gap: 1, alignItems: 'center' }}
      >
        <UrgencyChip urgency={urgency} />
        {[number, formatInstant(createdAt)].filter(Boolean).join(' · ')}
      </Typography>
      <AlertState notice={notice} />
    </Box>
  );
}
