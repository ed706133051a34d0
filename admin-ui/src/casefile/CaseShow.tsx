import { Box, Tab, Tabs } from '@mui/material';
import { useParams, useSearchParams } from 'react-router-dom';
import { ActionBar } from '../access';
import type { Case } from '../api';
import { DeadlineList, RecordPage, Section, Timeline } from '../components';
import { useText } from '../i18n/use-text';
import { IdentityBar } from './IdentityBar';
import { caseForms } from './case-forms';
import { AssessmentsTab } from './sections/AssessmentsTab';
import { ClosingTab } from './sections/ClosingTab';
import { OrdersTab } from './sections/OrdersTab';
import { OverviewTab } from './sections/OverviewTab';
import { PlansTab } from './sections/PlansTab';
import { VisitsTab } from './sections/VisitsTab';

const TABS = [
  'overview',
  'deadlines',
  'orders',
  'timeline',
  'assessments',
  'plans',
  'visits',
  'closing',
] as const;
type TabKey = (typeof TABS)[number];

/** One case: whose it is, where it stands, what can be done now. */
export function CaseShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Case> resource="cases" id={id}>
      {(file) => <CasePage file={file} />}
    </RecordPage>
  );
}

function CasePage({ file }: { file: Case }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = TABS.find((key) => key === asked) ?? 'overview';
  return (
    <>
      <IdentityBar file={file} />
      <ActionBar resource="cases" record={file} forms={caseForms} />
      <Tabs
        value={tab}
        onChange={(_, next: TabKey) => setParams({ tab: next }, { replace: true })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('case.tabs')}
        sx={{ mb: 2, borderBottom: '1px solid', borderColor: 'divider' }}
      >
        {TABS.map((key) => (
          <Tab key={key} value={key} id={`tab-${key}`} aria-controls="case-panel" label={t(`tab.${key}`)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id="case-panel" aria-labelledby={`tab-${tab}`}>
        <TabContent tab={tab} file={file} />
      </Box>
    </>
  );
}

function TabContent({ tab, file }: { tab: TabKey; file: Case }) {
  const t = useText();
  switch (tab) {
    case 'overview':
      return <OverviewTab file={file} />;
    case 'deadlines':
      return <DeadlineList deadlines={file.deadlines} />;
    case 'orders':
      return <OrdersTab orders={file.workOrders} />;
    case 'timeline':
      return (
        <Section title={t('tab.timeline')}>
          <Timeline entries={file.timeline} />
        </Section>
      );
    case 'assessments':
      return <AssessmentsTab file={file} />;
    case 'plans':
      return <PlansTab file={file} />;
    case 'visits':
      return <VisitsTab visits={file.visits} />;
    case 'closing':
      return <ClosingTab closing={file.closing} />;
  }
}
