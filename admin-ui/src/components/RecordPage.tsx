import { Button, LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text';
import { useRecord } from '../lib';
import { ProblemAlert } from './ProblemAlert';

interface RecordPageProps<T> {
  resource: string;
  id: string;
  children: (record: T) => ReactNode;
}

/** Fetches a record and shows it, or says what is wrong; one that is not there is no dead end. */
export function RecordPage<T>({ resource, id, children }: RecordPageProps<T>) {
  const t = useText();
  const { record, problem, isPending, refetch } = useRecord<T>(resource, id);
  if (record !== undefined) return <>{children(record)}</>;
  if (isPending) return <LinearProgress />;
  if (problem?.status !== 404) return <ProblemAlert problem={problem} onRetry={() => void refetch()} />;
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button component={Link} to="/" variant="contained">
        {t('sent.home')}
      </Button>
    </>
  );
}
