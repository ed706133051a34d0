import type { Case } from '../../api';
import { FormChoice, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** One title a line; empty lines are nothing. */
export function linesOf(text: unknown): string[] {
  return (typeof text === 'string' ? text : '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The papers a case holds, as far as the reader sees its parts. */
export function papersOf(file: Case, t: Text): string[] {
  const counted = [
    ['orders', file.workOrders],
    ['safetyChecks', file.safetyChecks],
    ['assessments', file.assessments],
    ['plans', file.plans],
    ['visits', file.visits],
    ['followUps', file.followUps],
  ] as const;
  return [
    ...(file.reports === null || file.reports.length === 0 ? [] : [t('archive.paper.report')]),
    ...counted.flatMap(([name, list]) =>
      list === null || list.length === 0 ? [] : [t(`archive.paper.${name}`, { count: list.length })],
    ),
    ...(file.death === null ? [] : [t('archive.paper.death')]),
    ...(file.closing === null ? [] : [t('archive.paper.closing')]),
  ];
}

/** 归档: how long the file is kept, and the list of its papers, proposed from what the case holds. */
export function ArchiveFields() {
  const t = useText();
  return (
    <>
      <FormChoice
        name="retention"
        label={t('archive.retention')}
        help={t('archive.retentionHelp')}
        options={useCodes('RETENTIONS')}
        required
      />
      <FormText
        name="documents"
        label={t('archive.documents')}
        help={t('archive.documentsHelp')}
        rows={6}
        maxLength={20_000}
        required
      />
      <FormText name="note" label={t('archive.note')} rows={2} />
    </>
  );
}
