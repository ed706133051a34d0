import { Chip, LinearProgress, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { toProblem } from '../api';
import type { DeadlineRule, Limit, Urgency } from '../api';
import { PageHeading, ProblemAlert } from '../components';
import { useText } from '../i18n/use-text';
import type { Text } from '../i18n/use-text';
import { useFetched } from '../lib';

/** Every rule a clock comes from, with its source and whether the number is the law's or ours. */
export function DeadlineRulesPage() {
  const t = useText();
  const { data, error, refetch } = useFetched<{ data: DeadlineRule[] }>(
    ['admin', 'deadline-rules'],
    '/admin/deadline-rules',
  );
  if (error !== null) return <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <LinearProgress />;
  const label = t('menu.deadlineRules');
  return (
    <>
      <PageHeading title={label} hint={t('rule.hint')} />
      <Paper variant="outlined" sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
        <Table size="small" aria-label={label}>
          <TableHead>
            <TableRow>
              {(['id', 'name', 'limits', 'basis', 'source'] as const).map((column) => (
                <TableCell key={column} sx={{ fontWeight: 700 }}>
                  {t(`rule.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.data.map((rule) => (
              <TableRow key={rule.id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{rule.id}</TableCell>
                <TableCell sx={{ minWidth: 200 }}>{rule.name}</TableCell>
                <TableCell sx={{ minWidth: 140 }}>{limitText(rule.limits, t)}</TableCell>
                <TableCell>
                  <Chip
                    size="small"
                    label={rule.basisName}
                    color={rule.basis === 'statutory' ? 'primary' : 'default'}
                    variant={rule.basis === 'statutory' ? 'filled' : 'outlined'}
                  />
                </TableCell>
                <TableCell sx={{ minWidth: 240 }}>{rule.source}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
    </>
  );
}

/** 紧急 15分钟；高 1小时 …, or one limit for all; a duty without a number says so. */
function limitText(limits: Record<string, Limit>, t: Text): string {
  const parts = Object.entries(limits).map(([urgency, { unit, amount }]) => {
    const length = amount === 0 ? t('rule.sameDay') : t(`rule.unit.${unit}`, { amount });
    return urgency === 'any' ? length : `${t(`urgency.${urgency as Urgency}`)} ${length}`;
  });
  return parts.length === 0 ? t('rule.noNumber') : parts.join('；');
}
