import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import type { BackstopItem } from '../../api';
import { ListPage, UrgencyChip } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 兜底办理: what the district does where nobody can sign in; the oldest first. */
export function BackstopList() {
  const t = useText();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'cases', label: t('backstop.cases'), filter: { kind: 'case' } },
    { key: 'watch', label: t('backstop.watchItems'), filter: { kind: 'watch_item' } },
    { key: 'sheets', label: t('backstop.sheets'), filter: { kind: 'campaign_sheet' } },
  ];
  const columns: Column<BackstopItem>[] = [
    { key: 'number', label: t('backstop.number'), render: ({ number }) => number },
    { key: 'kind', label: t('backstop.kind'), render: ({ kindName }) => kindName },
    { key: 'place', label: t('backstop.place'), render: ({ placeName }) => placeName },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    { key: 'since', label: t('backstop.since'), render: ({ since }) => formatInstant(since) },
  ];
  return (
    <ListPage<BackstopItem>
      resource="backstop-items"
      title={t('backstop.title')}
      hint={t('backstop.hint')}
      views={views}
      columns={columns}
      linkTo={({ link }) => link}
      empty={{ title: t('backstop.emptyTitle'), hint: t('backstop.emptyHint') }}
      buttons={
        <Button component={Link} to="/unstaffed-places" variant="outlined">
          {t('backstop.places')}
        </Button>
      }
    />
  );
}
