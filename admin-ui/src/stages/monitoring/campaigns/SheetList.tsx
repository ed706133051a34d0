import { Chip } from '@mui/material';
import type { CampaignSheet } from '../../../api';
import { ListPage } from '../../../components';
import type { View } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useSession } from '../../../lib';

/** 村级排查: what this village has to do, what this township has to sign off. */
export function SheetList() {
  const t = useText();
  const { permissions } = useSession();
  const work: View = { key: 'work', label: t('sheet.view.work'), filter: { todo: 'work' } };
  const sign: View = { key: 'sign', label: t('sheet.view.sign'), filter: { todo: 'sign' } };
  const state = (name: 'open' | 'submitted' | 'signed'): View => ({
    key: name,
    label: t(`sheet.view.${name}`),
    filter: { state: name },
  });
  return (
    <ListPage<CampaignSheet>
      resource="campaign-sheets"
      title={t('sheet.listTitle')}
      hint={t('sheet.listHint')}
      views={[
        { key: 'all', label: t('list.all'), filter: {} },
        ...(permissions.includes('campaign.manage') ? [sign, work] : [work]),
        { ...state('open'), rare: true },
        { ...state('submitted'), rare: true },
        { ...state('signed'), rare: true },
      ]}
      columns={[
        {
          key: 'village',
          label: t('campaign.village'),
          render: ({ regionName, title }) => `${regionName ?? '—'} · ${title}`,
        },
        {
          key: 'state',
          label: t('field.state'),
          render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
        },
        {
          key: 'progress',
          label: t('campaign.progress'),
          render: ({ coverage: { met, notMet, target } }) =>
            t('sheet.count', { done: met + notMet, all: target }),
        },
        { key: 'until', label: t('campaign.draw.endsOn'), render: ({ endsOn }) => endsOn },
        { key: 'kind', label: t('campaign.kind'), render: ({ kindName }) => kindName },
        { key: 'no', label: t('watch.no'), render: ({ number }) => number },
      ]}
      linkTo={({ id }) => `/campaign-sheets/${id}`}
      empty={{ title: t('sheet.emptyTitle'), hint: t('sheet.emptyHint') }}
    />
  );
}
