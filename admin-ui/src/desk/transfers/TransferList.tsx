import { Chip } from '@mui/material';
import type { CaseTransfer } from '../../api';
import { ListPage, UrgencyChip } from '../../components';
import type { Column, View } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 转入待接收 first, then everything that came in or went out. */
export function TransferList() {
  const t = useText();
  const views: View[] = [
    { key: 'waiting', label: t('transfer.view.waiting'), filter: { box: 'incoming', state: 'requested' } },
    { key: 'incoming', label: t('transfer.view.incoming'), filter: { box: 'incoming' } },
    { key: 'outgoing', label: t('transfer.view.outgoing'), filter: { box: 'outgoing' } },
    { key: 'asked', label: t('transfer.view.asked'), filter: { box: 'outgoing', state: 'requested' } },
  ];
  const columns: Column<CaseTransfer>[] = [
    { key: 'no', label: t('transfer.no'), render: ({ transferNo }) => transferNo },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    {
      key: 'state',
      label: t('field.state'),
      render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
    },
    { key: 'from', wide: 120, label: t('transfer.from'), render: ({ fromDistrictName }) => fromDistrictName },
    { key: 'to', wide: 120, label: t('transfer.to'), render: ({ destination }) => destination ?? '—' },
    { key: 'child', label: t('field.child'), render: ({ childName }) => childName ?? '—' },
    {
      key: 'situations',
      wide: 180,
      label: t('report.situations'),
      render: ({ situationNames }) => situationNames.join('；'),
    },
    { key: 'at', label: t('transfer.requestedAt'), render: ({ requestedAt }) => formatInstant(requestedAt) },
  ];
  return (
    <ListPage<CaseTransfer>
      resource="case-transfers"
      title={t('menu.transfers')}
      hint={t('transfer.listHint')}
      views={views}
      initial={{ box: 'incoming', state: 'requested' }}
      columns={columns}
      linkTo={({ id, caseId }) =>
        caseId === null ? `/case-transfers/${id}` : `/cases/${caseId}?tab=aftercare`
      }
      empty={{ title: t('transfer.emptyTitle'), hint: t('transfer.emptyHint') }}
    />
  );
}
