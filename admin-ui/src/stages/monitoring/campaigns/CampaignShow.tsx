import { Alert, Chip, Paper, Stack, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material';
import { useParams } from 'react-router-dom';
import { ActionBar } from '../../../access';
import type { Campaign, SheetSummary } from '../../../api';
import { Facts, RecordPage, RecordTable, Section, Timeline, usePageTitle } from '../../../components';
import type { Column } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { campaignForms } from './campaign-forms';
import { CoverageFigures, reasonsText } from './Coverage';

/** One screening: what to do next, who was met village by village, what it is about. */
export function CampaignShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Campaign> resource="campaigns" id={id}>
      {(campaign) => <CampaignFile campaign={campaign} />}
    </RecordPage>
  );
}

function CampaignFile({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { sheets } = campaign;
  const columns = useVillageColumns();
  return (
    <>
      <CampaignIdentity campaign={campaign} />
      <NextStep campaign={campaign} />
      <ActionBar resource="campaigns" record={campaign} forms={campaignForms} />
      {sheets !== null && sheets.length > 0 && (
        <>
          <Section title={t('campaign.coverage')}>
            <CoverageFigures coverage={campaign.coverage} />
          </Section>
          <Section title={t('campaign.villages')}>
            <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('campaign.coverageNote')}</Typography>
            <RecordTable
              label={t('campaign.villages')}
              records={sheets}
              columns={columns}
              linkTo={(sheet) => `/campaign-sheets/${sheet.id}`}
            />
          </Section>
        </>
      )}
      <About campaign={campaign} />
      <Section title={t('tab.timeline')}>
        <Timeline entries={campaign.timeline} />
      </Section>
    </>
  );
}

function CampaignIdentity({ campaign }: { campaign: Campaign }) {
  const t = useText();
  usePageTitle(t('campaign.title', { no: campaign.number }));
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {campaign.title}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{campaign.number}</Typography>
        <Chip size="small" label={campaign.stateName} />
      </Stack>
    </Paper>
  );
}

/** What a state means for the one who reads it. */
function NextStep({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { state, coverage, sheets, villageNames } = campaign;
  if (state === 'withdrawn') return null;
  if (state === 'draft')
    return (
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('campaign.foreseen', { villages: villageNames?.length ?? 0, children: coverage.target })}
        {t('campaign.foreseenHow')}
      </Alert>
    );
  if (state === 'closed')
    return (
      <Alert severity="success" sx={{ mb: 2 }}>
        {t('campaign.closedNote')}
      </Alert>
    );
  const unsigned = sheets?.filter((sheet) => sheet.state !== 'signed').length ?? 0;
  const done = coverage.met + coverage.notMet;
  return (
    <Alert severity={unsigned === 0 ? 'success' : 'info'} sx={{ mb: 2 }}>
      {unsigned === 0 ? t('campaign.ready') : t('campaign.running', { done, open: coverage.open, unsigned })}
    </Alert>
  );
}

/** All numbers beside each other at a desk; one sentence per village on a phone. */
function useVillageColumns(): Column<SheetSummary>[] {
  const t = useText();
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const notMet = ({ coverage }: SheetSummary): string =>
    coverage.notMet === 0 ? '' : `（${reasonsText(coverage, t)}）`;
  const head: Column<SheetSummary>[] = [
    { key: 'village', label: t('campaign.village'), render: ({ regionName }) => regionName ?? '—' },
    {
      key: 'state',
      label: t('field.state'),
      render: ({ stateName, state }) => (
        <Chip
          size="small"
          variant="outlined"
          color={state === 'submitted' ? 'warning' : 'default'}
          label={stateName}
        />
      ),
    },
  ];
  if (isPhone)
    return [
      ...head,
      {
        key: 'summary',
        label: t('campaign.progress'),
        render: (sheet) => {
          const { target, met, open, findings, added, notMet: missed } = sheet.coverage;
          const counts = { target, met, open, findings, added, notMet: missed };
          return t('campaign.summary', { ...counts, reasons: notMet(sheet) });
        },
      },
    ];
  return [
    ...head,
    { key: 'target', label: t('campaign.target'), render: ({ coverage }) => coverage.target },
    { key: 'met', label: t('campaign.met'), render: ({ coverage }) => coverage.met },
    {
      key: 'notMet',
      wide: 150,
      label: t('campaign.notMet'),
      render: (sheet) => `${sheet.coverage.notMet}${notMet(sheet)}`,
    },
    { key: 'open', label: t('campaign.open'), render: ({ coverage }) => coverage.open },
    { key: 'findings', label: t('campaign.findings'), render: ({ coverage }) => coverage.findings },
    { key: 'added', label: t('campaign.added'), render: ({ coverage }) => coverage.added },
  ];
}

function About({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { categoryNames, villageNames, regionNames } = campaign;
  return (
    <Section title={t('campaign.about')}>
      <Facts
        facts={[
          { label: t('campaign.kind'), value: campaign.kindName },
          {
            label: t('campaign.period'),
            value: t('campaign.periodOf', { from: campaign.startsOn, to: campaign.endsOn }),
          },
          { label: t('campaign.owner'), value: campaign.ownerAgencyName },
          {
            label: t('campaign.categories'),
            value: categoryNames.length === 0 ? t('campaign.allCategories') : categoryNames.join('、'),
          },
          { label: t('campaign.villages'), value: (villageNames ?? regionNames).join('、') },
          { label: t('campaign.checklist'), value: campaign.checklistNames.join('；') },
          campaign.instructions === null
            ? null
            : { label: t('campaign.instructions'), value: campaign.instructions },
        ]}
      />
    </Section>
  );
}
