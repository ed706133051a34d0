import { Typography } from '@mui/material';
import type { PlacementItem } from '../../api';
import { ListPage } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import { useSession } from '../../lib';
import { CustodyDays } from './CustodyDays';

/** 安置中: children who live away from home now. */
export function PlacementListPage() {
  const t = useText();
  const isKeeper = useSession().user.role === 'shelter_worker';
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'week', label: t('care.list.week'), filter: { review: 'week' } },
    { key: 'overdue', label: t('care.list.overdue'), filter: { review: 'overdue' } },
    ...(isKeeper ? [{ key: 'mine', label: t('care.list.mine'), filter: { agency: 'mine' } }] : []),
    ...(['180', '270', '330', '365'] as const).map((band) => ({
      key: band,
      label: t('care.list.band', { band }),
      filter: { band },
    })),
  ];
  const columns: Column<PlacementItem>[] = [
    { key: 'no', label: t('case.no'), render: ({ caseNo }) => caseNo },
    { key: 'child', label: t('field.child'), render: ({ childName }) => childName ?? t('case.nameHidden') },
    {
      key: 'kind',
      wide: 140,
      label: t('care.place.kind'),
      render: ({ kindName, agencyName }) => [kindName, agencyName].filter(Boolean).join(' · '),
    },
    { key: 'days', label: t('care.list.days'), render: ({ days }) => t('care.custody.dayCount', { days }) },
    { key: 'review', label: t('care.review.nextOn'), render: (item) => <Review item={item} /> },
    {
      key: 'custody',
      label: t('care.list.custody'),
      render: ({ custodyDays, custodyBand }) =>
        custodyDays === null ? (
          t('care.list.noCustody')
        ) : (
          <CustodyDays days={custodyDays} band={custodyBand} />
        ),
    },
  ];
  return (
    <ListPage<PlacementItem>
      resource="placements"
      title={t('care.list.title')}
      hint={t('care.list.hint')}
      views={views}
      columns={columns}
      linkTo={({ caseId }) => `/cases/${caseId}?tab=care`}
      empty={{ title: t('care.list.emptyTitle'), hint: t('care.list.emptyHint') }}
    />
  );
}

function Review({ item: { nextReviewOn, reviewOverdue } }: { item: PlacementItem }) {
  const t = useText();
  if (!reviewOverdue) return <>{nextReviewOn}</>;
  return (
    <Typography component="span" sx={{ color: 'error.main', fontWeight: 700 }}>
      {t('care.list.late', { on: nextReviewOn })}
    </Typography>
  );
}
