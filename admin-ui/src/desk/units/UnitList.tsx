import { Stack, Typography } from '@mui/material';
import type { UnitCoverage, UnitItem } from '../../api';
import { ListPage } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useFetched } from '../../lib';

/** 工作站与单位, those that said nothing among them; by place, never by merit (design §9.13). */
export function UnitList() {
  const t = useText();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'noCheck', label: t('units.view.noCheck'), filter: { missing: 'background_check' } },
    { key: 'stations', label: t('units.view.stations'), filter: { duty: 'station' } },
    { key: 'posts', label: t('units.view.posts'), filter: { duty: 'post' } },
    { key: 'checks', label: t('units.view.checks'), filter: { duty: 'background_check' } },
    { key: 'noStation', rare: true, label: t('units.view.noStation'), filter: { missing: 'station' } },
    { key: 'noPost', rare: true, label: t('units.view.noPost'), filter: { missing: 'post' } },
    { key: 'noAudit', rare: true, label: t('units.view.noAudit'), filter: { missing: 'privacy_audit' } },
    {
      key: 'lateCheck',
      rare: true,
      label: t('units.view.lateCheck'),
      filter: { overdue: 'background_check' },
    },
    { key: 'lateAudit', rare: true, label: t('units.view.lateAudit'), filter: { overdue: 'privacy_audit' } },
  ];
  const columns: Column<UnitItem>[] = [
    { key: 'name', label: t('units.name'), render: ({ name }) => name },
    { key: 'place', label: t('units.place'), render: ({ regionName }) => regionName },
    {
      key: 'duties',
      wide: 200,
      label: t('units.duties'),
      render: ({ duties }) =>
        duties.map(({ name, stateName }) => t('units.duty', { name, state: stateName })).join('；'),
    },
    { key: 'due', label: t('units.due'), render: ({ duties }) => nextDue(duties) },
  ];
  return (
    <ListPage<UnitItem>
      resource="agencies"
      title={t('units.title')}
      hint={t('units.hint')}
      views={views}
      columns={columns}
      linkTo={({ id }) => `/agencies/${id}`}
      empty={{ title: t('units.emptyTitle'), hint: t('units.emptyHint') }}
      overview={<CoverageLines />}
    />
  );
}

function nextDue(duties: UnitItem['duties']): string {
  const [first] = duties.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt])).sort();
  return first === undefined ? '—' : formatInstant(first).slice(0, 10);
}

function CoverageLines() {
  const t = useText();
  const lines = useFetched<UnitCoverage>(['agencies', 'coverage'], '/agencies/coverage').data?.data ?? [];
  return (
    <Stack sx={{ mb: 2 }}>
      {lines.map(({ duty, ...numbers }) => (
        <Typography key={duty}>{t('units.coverage', numbers)}</Typography>
      ))}
    </Stack>
  );
}
