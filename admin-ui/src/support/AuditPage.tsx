import type { AuditEntry } from '../api';
import { ListPage } from '../components';
import type { Column, View } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';

/** 操作记录: who did what and when; no content. A line leads to all entries of the same action. */
export function AuditPage() {
  const t = useText();
  const views: View[] = [
    { key: 'all', label: t('list.all'), filter: {} },
    { key: 'refused', label: t('audit.view.refused'), filter: { outcome: 'refused' } },
    { key: 'failed', label: t('audit.view.failed'), filter: { outcome: 'failed' } },
    { key: 'disclosed', label: t('audit.view.disclosed'), filter: { action: 'reporter.disclosed' } },
  ];
  const columns: Column<AuditEntry>[] = [
    { key: 'at', label: t('audit.at'), render: ({ at }) => formatInstant(at) },
    {
      key: 'actor',
      label: t('audit.actor'),
      render: ({ sealed, actorName }) => (sealed ? t('audit.sealed') : (actorName ?? t('audit.system'))),
    },
    { key: 'agency', wide: 130, label: t('audit.agency'), render: ({ agencyName }) => agencyName ?? '—' },
    { key: 'action', label: t('audit.action'), render: ({ action }) => action },
    { key: 'outcome', label: t('audit.outcome'), render: ({ outcome }) => t(`audit.outcomes.${outcome}`) },
    { key: 'number', label: t('audit.number'), render: ({ number }) => number ?? '—' },
  ];
  return (
    <ListPage<AuditEntry>
      resource="audit-entries"
      title={t('audit.title')}
      hint={t('audit.hint')}
      views={views}
      columns={columns}
      linkTo={({ action }) => `/audit-entries?filter=${encodeURIComponent(JSON.stringify({ action }))}`}
      empty={{ title: t('audit.emptyTitle'), hint: t('audit.emptyHint') }}
    />
  );
}
