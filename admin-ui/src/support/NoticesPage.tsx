import { LinearProgress } from '@mui/material';
import { toProblem } from '../api';
import { EmptyState, PageHeading, ProblemAlert, Section } from '../components';
import { NoticeRow, useNotices, useReadNotice } from '../components/notices';
import { useText } from '../i18n/use-text';

/** All newest notices, read or not. */
export function NoticesPage() {
  const t = useText();
  const { data, error, refetch } = useNotices();
  const read = useReadNotice();
  return (
    <>
      <PageHeading title={t('menu.notices')} />
      {error !== null && <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LinearProgress />}
      {data?.data.length === 0 && <EmptyState title={t('notice.emptyTitle')} hint={t('notice.emptyHint')} />}
      {data !== undefined && data.data.length > 0 && (
        <Section title={t('notice.list')}>
          {data.data.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onOpen={() => read(notice)} />
          ))}
        </Section>
      )}
    </>
  );
}
