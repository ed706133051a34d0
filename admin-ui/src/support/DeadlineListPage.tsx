import { Typography } from '@mui/material';
import type { DeadlineListItem } from '../api';
import { durationText, ListPage, UrgencyChip } from '../components';
import type { Column, View } from '../components';
import { useText } from '../i18n/use-text';
import { consoleLink, formatInstant, useNow } from '../lib';

/** 时限台账: every running clock this person may see. */
export function DeadlineListPage() {
  const t = useText();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'today', label: t('clocks.view.today'), filter: { due: 'today' } },
    { key: 'week', label: t('clocks.view.week'), filter: { due: 'week' } },
    { key: 'overdue', label: t('clocks.view.overdue'), filter: { overdue: 'true' } },
    { key: 'mine', label: t('clocks.view.mine'), filter: { mine: 'true' } },
  ];
  const columns: Column<DeadlineListItem>[] = [
    { key: 'name', wide: 180, label: t('clocks.name'), render: ({ name }) => name },
    { key: 'left', label: t('field.deadline'), render: (item) => <TimeLeft item={item} /> },
    { key: 'urgency', label: t('field.urgency'), render: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
    {
      key: 'subject',
      label: t('clocks.subject'),
      render: ({ subjectKind, number }) => `${t(`clocks.kind.${subjectKind}`)} ${number}`,
    },
    { key: 'owner', wide: 130, label: t('clocks.owner'), render: ({ ownerName }) => ownerName || '—' },
    { key: 'basis', label: t('clocks.basis'), render: ({ basisName }) => basisName },
  ];
  return (
    <ListPage<DeadlineListItem>
      resource="deadlines"
      title={t('clocks.title')}
      hint={t('clocks.hint')}
      views={views}
      columns={columns}
      linkTo={({ link }) => consoleLink(link)}
      empty={{ title: t('clocks.emptyTitle'), hint: t('clocks.emptyHint') }}
    />
  );
}

function TimeLeft({ item: { dueAt, duty, provisional } }: { item: DeadlineListItem }) {
  const t = useText();
  const left = Date.parse(dueAt) - useNow();
  const isLate = left <= 0;
  if (!duty) return <>{t('deadline.expected', { at: formatInstant(dueAt).slice(0, 10) })}</>;
  return (
    <>
      <Typography
        component="span"
        sx={{ color: isLate ? 'error.main' : 'inherit', fontWeight: isLate ? 700 : 400 }}
      >
        {t(isLate ? 'deadline.overdue' : 'deadline.left', { time: durationText(left, t) })}
        {provisional ? t('deadline.provisionalMark') : ''}
      </Typography>
      <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
        {formatInstant(dueAt)}
      </Typography>
    </>
  );
}
