import Notifications from '@mui/icons-material/Notifications';
import { Badge, Box, Button, IconButton, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { NoticeRow, useNotices, useReadNotice } from '../components/notices';
import { useText } from '../i18n/use-text';

const SHOWN = 8;

/** Unread notices: their number and the newest of them. */
export function NoticeBell() {
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useNotices();
  const read = useReadNotice();
  const unread = (data?.data ?? []).filter(({ readAt }) => readAt === null);
  const hasMore = data?.pageInfo.hasNextPage === true;
  const close = (): void => setAnchor(null);
  return (
    <>
      <IconButton
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-label={t('notice.bell', { smart_count: unread.length })}
        aria-haspopup="dialog"
      >
        <Badge badgeContent={unread.length} max={hasMore ? unread.length - 1 : 99} color="error">
          <Notifications />
        </Badge>
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <Box sx={{ width: { xs: 320, sm: 420 }, p: 1.5 }}>
          <Typography component="h2" sx={{ fontWeight: 700, mb: 1 }}>
            {t('notice.unread')}
          </Typography>
          {unread.length === 0 && (
            <Typography sx={{ color: 'text.secondary' }}>{t('notice.none')}</Typography>
          )}
          {unread.slice(0, SHOWN).map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              onOpen={() => {
                read(notice);
                close();
              }}
            />
          ))}
          <Button component={Link} to="/notices" onClick={close} fullWidth>
            {t('notice.all')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
