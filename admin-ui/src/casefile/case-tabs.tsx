import type { ComponentType } from 'react';
import type { Case } from '../api';
import { AttachmentsPanel, DeadlineList, Section, Timeline } from '../components';
import { ConferencesTab } from '../fieldwork/conferences/ConferencesTab';
import { ProceedingsTab } from '../fieldwork/proceedings/ProceedingsTab';
import { CareTab } from '../fieldwork/placements';
import { MeasuresTab } from '../stages/guardianship/MeasuresTab';
import { useText } from '../i18n/use-text';
import type { MessageKey } from '../i18n/use-text';
import { AftercareTab, hasAftercare } from './sections/AftercareTab';
import { AssessmentsTab } from './sections/AssessmentsTab';
import { ClosingTab } from './sections/ClosingTab';
import { OrdersTab } from './sections/OrdersTab';
import { OverviewTab } from './sections/OverviewTab';
import { PlansTab } from './sections/PlansTab';
import { VisitsTab } from './sections/VisitsTab';

/** One tab of the case page; an area adds a line to CASE_TABS and nothing else. */
export interface CaseTab {
  /** Stands in the address: ?tab=… */
  key: string;
  label: MessageKey;
  Content: ComponentType<{ file: Case }>;
  /** Absent: always there. */
  isShown?: (file: Case) => boolean;
}

/** In the order in which the work goes. */
export const CASE_TABS: readonly CaseTab[] = [
  { key: 'overview', label: 'tab.overview', Content: OverviewTab },
  {
    key: 'deadlines',
    label: 'tab.deadlines',
    Content: ({ file }) => <DeadlineList deadlines={file.deadlines} />,
  },
  { key: 'orders', label: 'tab.orders', Content: OrdersTab },
  { key: 'timeline', label: 'tab.timeline', Content: TimelineTab },
  { key: 'assessments', label: 'tab.assessments', Content: AssessmentsTab },
  { key: 'care', label: 'tab.care', Content: CareTab },
  { key: 'plans', label: 'tab.plans', Content: PlansTab },
  { key: 'visits', label: 'tab.visits', Content: ({ file }) => <VisitsTab visits={file.visits} /> },
  { key: 'measures', label: 'tab.measures', Content: MeasuresTab },
  { key: 'conferences', label: 'tab.conferences', Content: ConferencesTab },
  { key: 'proceedings', label: 'tab.proceedings', Content: ProceedingsTab },
  {
    key: 'attachments',
    label: 'tab.attachments',
    Content: ({ file }) => (
      <AttachmentsPanel subjectKind="case" subjectId={file.id} list={file.attachments} />
    ),
    isShown: ({ attachments }) => attachments !== null,
  },
  { key: 'closing', label: 'tab.closing', Content: ({ file }) => <ClosingTab closing={file.closing} /> },
  { key: 'aftercare', label: 'lifecycle.tab', Content: AftercareTab, isShown: hasAftercare },
];

function TimelineTab({ file }: { file: Case }) {
  const t = useText();
  return (
    <Section title={t('tab.timeline')}>
      <Timeline entries={file.timeline} />
    </Section>
  );
}
