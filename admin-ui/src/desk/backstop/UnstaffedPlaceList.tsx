import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import type { UnstaffedPlace } from '../../api';
import { ListPage } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 暂无账号的村镇: where nobody can sign in, since when, and what is open there. */
export function UnstaffedPlaceList() {
  const t = useText();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'townships', label: t('backstop.townships'), filter: { level: 'township' } },
    { key: 'villages', label: t('backstop.villages'), filter: { level: 'village' } },
  ];
  const columns: Column<UnstaffedPlace>[] = [
    { key: 'name', label: t('backstop.unit'), render: ({ name }) => name },
    {
      key: 'since',
      label: t('backstop.closedOn'),
      render: ({ since }) => (since === null ? t('backstop.never') : formatInstant(since).slice(0, 10)),
    },
    { key: 'cases', label: t('backstop.cases'), render: ({ cases }) => cases },
    { key: 'watch', label: t('backstop.watchItems'), render: ({ watchItems }) => watchItems },
    { key: 'sheets', label: t('backstop.sheets'), render: ({ sheets }) => sheets },
  ];
  return (
    <ListPage<UnstaffedPlace>
      resource="unstaffed-places"
      title={t('backstop.places')}
      hint={t('backstop.placesHint')}
      views={views}
      columns={columns}
      linkTo={({ id }) => `/agencies/${id}`}
      empty={{ title: t('backstop.allStaffed'), hint: t('backstop.allStaffedHint') }}
      buttons={
        <Button component={Link} to="/backstop-items" variant="outlined">
          {t('backstop.title')}
        </Button>
      }
    />
  );
}
