import { Box, LinearProgress, NativeSelect, Typography } from '@mui/material';
import { useState } from 'react';
import { toProblem } from '../../api';
import type { StateTable } from '../../api';
import { PageHeading, ProblemAlert, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { useFetched } from '../../lib';
import { ActionList } from './ActionList';
import { StateDrawing } from './StateDrawing';

/** 状态图: by which rules a report, a case or an order moves on; no record of anybody. */
export function StatesPage() {
  const t = useText();
  const [chosen, setChosen] = useState('report');
  const { data, error, refetch } = useFetched<{ tables: StateTable[] }>(
    ['reference', 'workflows'],
    '/reference/workflows',
  );
  if (error !== null) return <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />;
  const table = data?.tables.find(({ name }) => name === chosen) ?? data?.tables[0];
  if (data === undefined || table === undefined) return <LinearProgress />;
  return (
    <>
      <PageHeading title={t('states.title')} hint={t('states.hint')} />
      <Box sx={{ mb: 2, maxWidth: 320 }}>
        <Typography component="label" htmlFor="state-table" variant="body2" sx={{ display: 'block' }}>
          {t('states.choose')}
        </Typography>
        <NativeSelect
          fullWidth
          value={table.name}
          onChange={(event) => setChosen(event.target.value)}
          inputProps={{ id: 'state-table' }}
          sx={{ minHeight: 44 }}
        >
          {data.tables.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </NativeSelect>
      </Box>
      <StateDrawing table={table} />
      <StateSections table={table} />
    </>
  );
}

/** What leads out of each state, then what leaves the state as it is. */
function StateSections({ table }: { table: StateTable }) {
  const t = useText();
  const moves = table.actions.filter(({ to }) => to !== null);
  return (
    <>
      {table.states.map(({ code, label, initial, final }) => {
        const leaving = moves.filter(({ from, to }) => from.includes(code) && to !== code);
        const mark = initial ? t('states.initial') : final ? t('states.final') : '';
        return (
          <Section key={code} title={`${label}${mark}`}>
            {leaving.length === 0 ? (
              <Typography sx={{ color: 'text.secondary' }}>{t('states.noWayOut')}</Typography>
            ) : (
              <ActionList table={table} actions={leaving} />
            )}
          </Section>
        );
      })}
      {moves.length < table.actions.length && (
        <Section title={t('states.staying')}>
          <ActionList table={table} actions={table.actions.filter(({ to }) => to === null)} />
        </Section>
      )}
    </>
  );
}
