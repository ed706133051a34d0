import { Box, Tab, Tabs } from '@mui/material';
import { useParams, useSearchParams } from 'react-router-dom';
import { ActionBar } from '../access';
import type { Case } from '../api';
import { RecordPage } from '../components';
import { ProtectionStrip } from '../stages/guardianship/ProtectionStrip';
import { useText } from '../i18n/use-text';
import { CaseBanner } from './CaseBanner';
import { IdentityBar } from './IdentityBar';
import { caseForms } from './case-forms';
import { CASE_TABS } from './case-tabs';

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
  const tabs = CASE_TABS.filter(({ isShown }) => isShown?.(file) ?? true);
  const tab = tabs.find(({ key }) => key === asked) ?? tabs[0];
  if (tab === undefined) return null;
  return (
    <>
      <IdentityBar file={file} />
      <CaseBanner file={file} />
      <ProtectionStrip file={file} />
      <ActionBar resource="cases" record={file} forms={caseForms} />
      <Tabs
        value={tab.key}
        onChange={(_, next: string) => setParams({ tab: next }, { replace: true })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('case.tabs')}
        sx={{ mb: 2, borderBottom: '1px solid', borderColor: 'divider' }}
      >
        {tabs.map(({ key, label }) => (
          <Tab key={key} value={key} id={`tab-${key}`} aria-controls="case-panel" label={t(label)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id="case-panel" aria-labelledby={`tab-${tab.key}`}>
        <tab.Content file={file} />
      </Box>
    </>
  );
}
