import { LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useRecord } from '../lib';
import { ProblemAlert } from './ProblemAlert';

interface RecordPageProps<T> {
  resource: string;
  id: string;
  children: (record: T) => ReactNode;
}

/** Fetches a record and shows it, or says what is wrong. */
export function RecordPage<T>({ resource, id, children }: RecordPageProps<T>) {
  const { record, problem, isPending, refetch } = useRecord<T>(resource, id);
  if (record !== undefined) return <>{children(record)}</>;
  if (isPending) return <LinearProgress />;
  return <ProblemAlert problem={problem} onRetry={() => void refetch()} />;
}
