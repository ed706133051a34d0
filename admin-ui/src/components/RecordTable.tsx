import {
  Box,
  Card,
  Link,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  useMediaQuery,
} from '@mui/material';
import type { Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

export interface Column<T> {
  key: string;
  label: string;
  render: (record: T) => ReactNode;
  /** Pixels that a column of sentences gets at least; the other columns stay on one line. */
  wide?: number;
}

interface RecordTableProps<T> {
  records: readonly T[];
  /** The first column is the link to the record. */
  columns: readonly Column<T>[];
  linkTo: (record: T) => string;
  label: string;
}

/** Records as a table, as cards on a phone; every row is reached by a real link. */
export function RecordTable<T extends { id: string }>(props: RecordTableProps<T>) {
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  return isPhone ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<T extends { id: string }>({ records, columns, linkTo, label }: RecordTableProps<T>) {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(({ key, label: heading }) => (
              <TableCell key={key} sx={{ px: 1.25, fontWeight: 700, whiteSpace: 'nowrap' }}>
                {heading}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {records.map((record) => (
            <TableRow key={record.id} hover>
              {columns.map(({ key, render, wide }, index) => (
                <TableCell
                  key={key}
                  sx={{
                    px: 1.25,
                    height: 52,
                    ...(wide === undefined ? { whiteSpace: 'nowrap' } : { minWidth: wide }),
                  }}
                >
                  {index === 0 ? (
                    <RecordLink to={linkTo(record)}>{render(record)}</RecordLink>
                  ) : (
                    render(record)
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards<T extends { id: string }>({ records, columns, linkTo, label }: RecordTableProps<T>) {
  const [first, ...rest] = columns;
  return (
    <Stack component="ul" aria-label={label} spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {records.map((record) => (
        <Card component="li" key={record.id} variant="outlined" sx={{ p: 1.5 }}>
          <RecordLink to={linkTo(record)}>{first?.render(record)}</RecordLink>
          {rest.map(({ key, label: heading, render }) => (
            <Box key={key} sx={{ display: 'flex', gap: 1, mt: 0.5, alignItems: 'center' }}>
              <Box sx={{ color: 'text.secondary', flex: '0 0 5.5em', fontSize: '0.875rem' }}>{heading}</Box>
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{render(record)}</Box>
            </Box>
          ))}
        </Card>
      ))}
    </Stack>
  );
}

function RecordLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      component={RouterLink}
      to={to}
      sx={{
        fontWeight: 600,
        display: 'inline-flex',
        alignItems: 'center',
        minHeight: 44,
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Link>
  );
}
