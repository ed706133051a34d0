import {
  Box,
  LinearProgress,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { toProblem } from '../api';
import type { TotalLine, Totals } from '../api';
import { ProblemAlert, Section } from '../components';
import { useText } from '../i18n/use-text';
import { useFetched } from '../lib';

type Way = 'byTownship' | 'byMonth';

/** Two tables of the same totals: by place, in the order of places, and by month. */
export function TotalsView() {
  const t = useText();
  const totals = useFetched<Totals>(['totals'], '/totals');
  if (totals.error !== null)
    return <ProblemAlert problem={toProblem(totals.error)} onRetry={() => void totals.refetch()} />;
  if (totals.data === undefined) return <LinearProgress />;
  const { from, until, lines } = totals.data;
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('totals.span', { from, until })}</Typography>
      <Section title={t('totals.byTownship')}>
        <Cells lines={lines} way="byTownship" />
      </Section>
      <Section title={t('totals.byMonth')}>
        <Cells lines={lines} way="byMonth" />
      </Section>
    </>
  );
}

/** Five columns on a phone: narrow edges, and headings of three letters a line. */
const FIT = {
  '& th, & td': { px: { xs: 0.75, sm: 2 } },
  '& thead th + th': { minWidth: '3.4em' },
} as const;

function Cells({ lines, way }: { lines: readonly TotalLine[]; way: Way }) {
  const t = useText();
  const rows = lines[0]?.[way] ?? [];
  const shown = (n: number | null | undefined): string => (n == null ? t('totals.kept') : String(n));
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t(`totals.${way}`)}>
      <Table size="small" aria-label={t(`totals.${way}`)} sx={FIT}>
        <TableHead>
          <TableRow>
            <TableCell>{t(way === 'byMonth' ? 'totals.month' : 'totals.township')}</TableCell>
            {lines.map(({ measure, name }) => (
              <TableCell key={measure} align="right">
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, name }, index) => (
            <TableRow key={key ?? name}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {name}
              </TableCell>
              {lines.map((line) => (
                <TableCell key={line.measure} align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {shown(line[way][index]?.n)}
                </TableCell>
              ))}
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row" sx={{ fontWeight: 700 }}>
              {t('totals.total')}
            </TableCell>
            {lines.map(({ measure, total }) => (
              <TableCell key={measure} align="right" sx={{ fontWeight: 700 }}>
                {shown(total)}
              </TableCell>
            ))}
          </TableRow>
        </TableBody>
      </Table>
    </Box>
  );
}
