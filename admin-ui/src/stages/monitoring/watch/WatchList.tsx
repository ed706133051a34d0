import { Button, Chip, Stack, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { WatchItem } from '../../../api';
import { canAccess } from '../../../access';
import { ListPage } from '../../../components';
import type { Column, View } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useCodes, useSession } from '../../../lib';
import { LevelChip } from './LevelChip';
import { useOwnVillages } from './use-own-villages';

/** 监测对象: whom to go and see, and what waits to be confirmed. */
export function WatchList() {
  const t = useText();
  const { permissions } = useSession();
  const mayPropose = canAccess(permissions, 'watch-items', 'create');
  const mayConfirm = permissions.includes('watch.confirm');
  const categories = useCodes('WATCH_CATEGORIES');
  const villages = useOwnVillages();
  const proposed: View = { key: 'proposed', label: t('watch.view.proposed'), filter: { state: 'proposed' } };
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    ...(mayPropose
      ? [{ key: 'due', label: t('watch.view.due'), filter: { worker: 'me', due: 'today' } }]
      : []),
    { key: 'missed', label: t('watch.view.missed'), filter: { due: 'missed' } },
    ...(mayConfirm ? [proposed] : []),
    ...(mayPropose ? [{ key: 'mine', label: t('watch.view.mine'), filter: { worker: 'me' } }] : []),
    { key: 'key', label: t('watch.view.key'), filter: { level: 'key' } },
    ...(mayConfirm ? [] : [{ ...proposed, rare: true }]),
    { key: 'returned', label: t('watch.view.returned'), filter: { state: 'returned' }, rare: true },
    { key: 'active', label: t('watch.view.active'), filter: { state: 'active' }, rare: true },
    { key: 'paused', label: t('watch.view.paused'), filter: { state: 'paused' }, rare: true },
    { key: 'ended', label: t('watch.view.ended'), filter: { state: 'ended' }, rare: true },
  ];
  const add = { label: t('watch.propose.title'), to: '/watch-items/new' };
  return (
    <ListPage<WatchItem>
      resource="watch-items"
      title={t('menu.watchItems')}
      hint={t('watch.listHint')}
      views={views}
      selects={[
        { key: 'category', label: t('watch.category'), options: categories },
        ...(villages.length > 1 ? [{ key: 'region', label: t('watch.village'), options: villages }] : []),
      ]}
      columns={useColumns()}
      linkTo={({ id }) => `/watch-items/${id}`}
      empty={{
        title: t('watch.emptyTitle'),
        hint: t(mayPropose ? 'watch.emptyHint' : 'watch.emptyHintReader'),
        ...(mayPropose ? { action: add } : {}),
      }}
      buttons={
        mayPropose && (
          <Button component={Link} to={add.to} variant="contained">
            {add.label}
          </Button>
        )
      }
    />
  );
}

function useColumns(): Column<WatchItem>[] {
  const t = useText();
  return [
    {
      key: 'child',
      label: t('field.child'),
      render: ({ childName, childAge, number }) =>
        [childName ?? number, childAge === null ? '' : t('field.years', { age: childAge })]
          .filter(Boolean)
          .join(' · '),
    },
    { key: 'next', label: t('watch.nextVisit'), render: (item) => <NextVisit item={item} /> },
    { key: 'level', label: t('watch.level'), render: (item) => <LevelChip item={item} /> },
    {
      key: 'signals',
      wide: 150,
      label: t('watch.signals'),
      render: ({ signals }) => <Signs signals={signals} />,
    },
    {
      key: 'categories',
      wide: 130,
      label: t('watch.category'),
      render: ({ categoryNames }) => categoryNames.join('、'),
    },
    {
      key: 'state',
      label: t('field.state'),
      render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
    },
    {
      key: 'worker',
      wide: 130,
      label: t('watch.worker'),
      render: ({ workerUserName, workerAgencyName }) => workerUserName ?? workerAgencyName ?? '—',
    },
    { key: 'region', label: t('field.region'), render: ({ regionName }) => regionName ?? '—' },
    { key: 'no', label: t('watch.no'), render: ({ number }) => number },
  ];
}

function NextVisit({ item: { nextVisitOn, missedVisits } }: { item: WatchItem }) {
  const t = useText();
  if (nextVisitOn === null) return <>—</>;
  if (missedVisits === 0) return <>{nextVisitOn}</>;
  return (
    <Typography component="span" sx={{ color: 'error.main', fontWeight: 700 }}>
      {t('watch.missedOn', { on: nextVisitOn, count: missedVisits })}
    </Typography>
  );
}

function Signs({ signals }: Pick<WatchItem, 'signals'>) {
  if (signals.length === 0) return <>—</>;
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      {signals.map(({ code, text, offer }) => (
        <Chip
          key={code}
          size="small"
          variant="outlined"
          color={offer === 'report' ? 'error' : 'warning'}
          label={text}
          sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: 0.25 } }}
        />
      ))}
    </Stack>
  );
}
