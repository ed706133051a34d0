import { Button, LinearProgress, Stack } from '@mui/material';
import { Link, useSearchParams } from 'react-router-dom';
import { toProblem } from '../api';
import { EmptyState, PageHeading, ProblemAlert, Section } from '../components';
import { NoticeRow, useNotices, useReadNotice } from '../components/notices';
import { useText } from '../i18n/use-text';

const WAITING = `/notices?filter=${encodeURIComponent(JSON.stringify({ waiting: 'true' }))}`;

/** The newest notices, or only the urgent ones that nobody confirmed yet. */
export function NoticesPage() {
  const t = useText();
  const isWaiting = useSearchParams()[0].get('filter')?.includes('waiting') === true;
  const { data, error, refetch } = useNotices(isWaiting);
  const read = useReadNotice();
  const views = [
    { key: 'all', to: '/notices', chosen: !isWaiting },
    { key: 'waiting', to: WAITING, chosen: isWaiting },
  ] as const;
  return (
    <>
      <PageHeading title={t('menu.notices')} />
      <Stack component="nav" aria-label={t('list.views')} direction="row" spacing={1} sx={{ mb: 2 }}>
        {views.map(({ key, to, chosen }) => (
          <Button
            key={key}
            component={Link}
            to={to}
            variant={chosen ? 'contained' : 'outlined'}
            aria-current={chosen ? 'page' : undefined}
          >
            {t(`alert.view.${key}`)}
          </Button>
        ))}
      </Stack>
      {error !== null && <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LinearProgress />}
      {data?.data.length === 0 && (
        <EmptyState
          title={t(isWaiting ? 'alert.emptyTitle' : 'notice.emptyTitle')}
          hint={t(isWaiting ? 'alert.emptyHint' : 'notice.emptyHint')}
        />
      )}
      {data !== undefined && data.data.length > 0 && (
        <Section title={t(isWaiting ? 'alert.view.waiting' : 'notice.list')}>
          {data.data.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onOpen={() => read(notice)} />
          ))}
        </Section>
      )}
    </>
  );
}
