import { Button, Chip } from '@mui/material';
import { Link } from 'react-router-dom';
import { canAccess } from '../../../access';
import type { Campaign } from '../../../api';
import { ListPage } from '../../../components';
import type { View } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useCodes, useSession } from '../../../lib';

/** 重点时段排查: what runs, what is still a draft, what was. */
export function CampaignList() {
  const t = useText();
  const { permissions } = useSession();
  const mayDraw = canAccess(permissions, 'campaigns', 'create');
  const view = (state: 'running' | 'draft' | 'closed' | 'withdrawn'): View => ({
    key: state,
    label: t(`campaign.view.${state}`),
    filter: { state },
  });
  const add = { label: t('campaign.draw.new'), to: '/campaigns/new' };
  return (
    <ListPage<Campaign>
      resource="campaigns"
      title={t('menu.campaigns')}
      hint={t('campaign.listHint')}
      views={[
        { key: 'all', label: t('list.all'), filter: {} },
        view('running'),
        ...(mayDraw ? [view('draft')] : []),
        view('closed'),
        ...(mayDraw ? [{ ...view('withdrawn'), rare: true }] : []),
      ]}
      selects={[{ key: 'kind', label: t('campaign.kind'), options: useCodes('CAMPAIGN_KINDS') }]}
      columns={[
        { key: 'title', wide: 160, label: t('campaign.name'), render: ({ title }) => title },
        {
          key: 'state',
          label: t('field.state'),
          render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
        },
        {
          key: 'progress',
          label: t('campaign.progress'),
          render: ({ state, coverage: { met, notMet, target } }) =>
            state === 'draft' || state === 'withdrawn'
              ? '—'
              : t('sheet.count', { done: met + notMet, all: target }),
        },
        { key: 'until', label: t('campaign.draw.endsOn'), render: ({ endsOn }) => endsOn },
        { key: 'kind', label: t('campaign.kind'), render: ({ kindName }) => kindName },
        {
          key: 'owner',
          wide: 130,
          label: t('campaign.owner'),
          render: ({ ownerAgencyName }) => ownerAgencyName ?? '—',
        },
        { key: 'no', label: t('watch.no'), render: ({ number }) => number },
      ]}
      linkTo={({ id }) => `/campaigns/${id}`}
      empty={{
        title: t('campaign.emptyTitle'),
        hint: t(mayDraw ? 'campaign.emptyHint' : 'sheet.emptyHint'),
        ...(mayDraw ? { action: add } : {}),
      }}
      buttons={
        mayDraw && (
          <Button component={Link} to={add.to} variant="contained">
            {add.label}
          </Button>
        )
      }
    />
  );
}
