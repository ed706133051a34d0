import { Alert, Box, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { ActionBar } from '../../../access';
import type { CampaignSheet } from '../../../api';
import { DeadlineBadge, LARGE, RecordPage, Section, Timeline, usePageTitle } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { ChildCard } from './ChildCard';
import { CoverageFigures } from './Coverage';
import { OF_A_CHILD, sheetForms } from './sheet-forms';

/** The sheet of one village, for a thumb: what is left, then child by child. */
export function SheetShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<CampaignSheet> resource="campaign-sheets" id={id}>
      {(sheet) => <SheetFile sheet={sheet} />}
    </RecordPage>
  );
}

function SheetFile({ sheet }: { sheet: CampaignSheet }) {
  const t = useText();
  const actions = sheet.allowedActions
    .map(({ action }) => action)
    .filter((name) => !OF_A_CHILD.includes(name));
  return (
    <Box sx={LARGE}>
      <SheetIdentity sheet={sheet} />
      <NextStep sheet={sheet} />
      <ActionBar resource="campaign-sheets" record={sheet} forms={sheetForms} only={actions} />
      {sheet.children !== null && sheet.children.length > 0 && (
        <Typography component="h2" variant="h6" sx={{ fontWeight: 700, mb: 1 }}>
          {t('sheet.children')}
        </Typography>
      )}
      {sheet.children?.map((child) => (
        <ChildCard key={child.taskId} sheet={sheet} child={child} />
      ))}
      <Section title={t('campaign.coverage')}>
        <CoverageFigures coverage={sheet.coverage} />
      </Section>
      <Section title={t('tab.timeline')}>
        <Timeline entries={sheet.timeline} />
      </Section>
    </Box>
  );
}

function SheetIdentity({ sheet }: { sheet: CampaignSheet }) {
  const t = useText();
  const village = sheet.regionName ?? '';
  usePageTitle(t('sheet.title', { village }));
  const clock = sheet.deadlines?.find(({ state }) => state === 'running');
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {t('sheet.title', { village })}
        </Typography>
        <Chip size="small" label={sheet.stateName} />
      </Stack>
      <Typography sx={{ mt: 0.5 }}>
        {sheet.title} · {t('sheet.until', { on: sheet.endsOn })}
      </Typography>
      {clock !== undefined && (
        <Box sx={{ mt: 1 }}>
          <DeadlineBadge deadline={clock} />
        </Box>
      )}
      {sheet.instructions !== null && (
        <Typography sx={{ mt: 1, whiteSpace: 'pre-line' }}>{sheet.instructions}</Typography>
      )}
      <Link
        component={RouterLink}
        to={`/campaigns/${sheet.campaignId}`}
        sx={{ display: 'inline-block', mt: 1 }}
      >
        {t('sheet.campaign')}
      </Link>
    </Paper>
  );
}

/** Nobody has to count what is left. */
function NextStep({ sheet }: { sheet: CampaignSheet }) {
  const t = useText();
  const { coverage, state, campaignState, children } = sheet;
  const done = coverage.target + coverage.added - coverage.open;
  if (campaignState === 'closed') return <Note severity="info">{t('sheet.closed')}</Note>;
  if (state === 'submitted') return <Note severity="info">{t('sheet.waiting')}</Note>;
  if (state === 'signed') return <Note severity="success">{t('sheet.signed')}</Note>;
  const returned = lastReturn(sheet);
  return (
    <>
      {returned !== null && <Note severity="warning">{t('sheet.returned', { reason: returned })}</Note>}
      {children?.length === 0 ? (
        <Note severity="info">{t('sheet.empty')}</Note>
      ) : (
        <Note severity={coverage.open === 0 ? 'success' : 'info'}>
          {coverage.open === 0
            ? t('sheet.submitNow')
            : `${t('sheet.count', { done, all: coverage.target + coverage.added })}，${t('sheet.left', { count: coverage.open })}`}
        </Note>
      )}
    </>
  );
}

function Note({ severity, children }: { severity: 'info' | 'success' | 'warning'; children: string }) {
  return (
    <Alert severity={severity} sx={{ mb: 2 }}>
      {children}
    </Alert>
  );
}

/** Why the sheet came back, while nobody has reported it again. */
function lastReturn({ timeline }: CampaignSheet): string | null {
  const moves = timeline?.filter(({ action }) => /sheet\.(submit|return)$/.test(action)) ?? [];
  const last = moves.at(-1);
  return last?.action === 'campaign.sheet.return' ? last.note : null;
}
