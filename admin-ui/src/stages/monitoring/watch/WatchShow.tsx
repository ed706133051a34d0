import { Box, Tab, Tabs } from '@mui/material';
import { useParams, useSearchParams } from 'react-router-dom';
import { ActionBar } from '../../../access';
import type { WatchItem } from '../../../api';
import { RecordPage } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { NextStep } from './NextStep';
import { WatchIdentity } from './WatchIdentity';
import { watchForms } from './watch-forms';
import { WATCH_TABS } from './watch-tabs';

/** One watched child: what to do next, then what is known. */
export function WatchShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<WatchItem> resource="watch-items" id={id}>
      {(item) => <WatchFile item={item} />}
    </RecordPage>
  );
}

function WatchFile({ item }: { item: WatchItem }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = WATCH_TABS.find(({ key }) => key === asked) ?? WATCH_TABS[0];
  if (tab === undefined) return null;
  return (
    <>
      <WatchIdentity item={item} />
      <NextStep item={item} />
      <ActionBar resource="watch-items" record={item} forms={watchForms} />
      <Tabs
        value={tab.key}
        onChange={(_, next: string) => setParams({ tab: next }, { replace: true })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('watch.tabs')}
        sx={{ mb: 2, borderBottom: '1px solid', borderColor: 'divider' }}
      >
        {WATCH_TABS.map(({ key, label }) => (
          <Tab key={key} value={key} id={`tab-${key}`} aria-controls="watch-panel" label={t(label)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id="watch-panel" aria-labelledby={`tab-${tab.key}`}>
        <tab.Content item={item} />
      </Box>
    </>
  );
}
