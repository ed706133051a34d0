import type { View } from '../../components';
import type { Text } from '../../i18n/use-text';

/** Saved views of the report list. */
export function reportViews(isIntake: boolean, t: Text): View[] {
  const all = { key: 'all', label: t('list.all'), filter: {} };
  if (!isIntake) return [all];
  return [
    all,
    { key: 'submitted', label: t('report.view.submitted'), filter: { state: 'submitted' } },
    { key: 'received', label: t('report.view.received'), filter: { state: 'received' } },
    { key: 'screening', label: t('road.view.screening'), filter: { state: 'screening' } },
    { key: 'transferring', label: t('road.view.transferring'), filter: { state: 'transferring' } },
    { key: 'triaged', label: t('report.view.triaged'), filter: { state: 'triaged' } },
    { key: 'linked', label: t('road.view.linked'), filter: { state: 'linked' } },
    { key: 'overdue', label: t('report.view.overdue'), filter: { overdue: 'true' } },
    { key: 'own', label: t('report.view.own'), filter: { own: 'true' } },
    { key: 'closed', label: t('report.view.closed'), filter: { state: 'closed' } },
    { key: 'screened_out', label: t('road.view.screened_out'), filter: { state: 'screened_out' } },
  ];
}
