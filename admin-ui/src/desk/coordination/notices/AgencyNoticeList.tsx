import { Chip } from '@mui/material';
import type { AgencyNotice } from '../../../api';
import { ListPage } from '../../../components';
import type { Column, View } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { formatInstant, useSession } from '../../../lib';

/** What this agency was told; for the desk, what it still has to tell agencies that do not log in. */
export function AgencyNoticeList() {
  const t = useText();
  const isDesk = useSession().permissions.includes('agency-notice.record-told');
  const views: View[] = isDesk
    ? [
        { key: 'tell', label: t('inform.view.tell'), filter: { box: 'tell' } },
        { key: 'all', label: t('list.all'), filter: {} },
      ]
    : [
        { key: 'unread', label: t('inform.view.unread'), filter: { box: 'mine', unread: 'true' } },
        { key: 'mine', label: t('inform.view.mine'), filter: { box: 'mine' } },
      ];
  const columns: Column<AgencyNotice>[] = [
    { key: 'no', label: t('inform.no'), render: ({ caseNo }) => caseNo },
    {
      key: 'state',
      label: t('field.state'),
      render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
    },
    isDesk
      ? { key: 'agency', wide: 130, label: t('inform.agency'), render: ({ agencyName }) => agencyName }
      : {
          key: 'from',
          wide: 130,
          label: t('inform.from'),
          render: ({ informedByAgencyName }) => informedByAgencyName,
        },
    { key: 'at', label: t('inform.at'), render: ({ informedAt }) => formatInstant(informedAt) },
  ];
  return (
    <ListPage<AgencyNotice>
      resource="agency-notices"
      title={t(isDesk ? 'inform.desk' : 'inform.received')}
      hint={t(isDesk ? 'inform.deskHint' : 'inform.receivedHint')}
      views={views}
      initial={isDesk ? { box: 'tell' } : { box: 'mine' }}
      columns={columns}
      linkTo={({ id }) => `/agency-notices/${id}`}
      empty={{ title: t('inform.emptyTitle'), hint: t(isDesk ? 'inform.emptyDesk' : 'inform.emptyHint') }}
    />
  );
}
