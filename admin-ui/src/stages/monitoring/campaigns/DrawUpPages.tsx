import { LinearProgress } from '@mui/material';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { ActionPage } from '../../../access';
import { request, serverNow } from '../../../api';
import type { Campaign, CodeItem, DrawUpCampaign } from '../../../api';
import { CommandForm, PageHeading, Section } from '../../../components';
import { useDraft } from '../../../components/draft';
import { FormChecks, FormDate, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { clean, dateOf, useCodes, useCommand } from '../../../lib';
import { useOwnVillages } from '../watch/use-own-villages';

interface DrawUpValues {
  title: string;
  kind: string;
  regions: string[];
  categories: string[];
  checklist: string[];
  startsOn: string;
  endsOn: string;
  instructions: string;
}

/** 发起排查: a draft first; nobody below hears of it. */
export function NewCampaignPage() {
  const villages = useOwnVillages();
  const checks = useCodes('CAMPAIGN_CHECKS');
  // The form starts with everything ticked, so it waits for what there is to tick.
  if (villages.length === 0 || checks.length === 0) return <LinearProgress />;
  return <NewForm villages={villages} checks={checks} />;
}

function NewForm({ villages, checks }: { villages: readonly CodeItem[]; checks: readonly CodeItem[] }) {
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const draft = useDraft<DrawUpValues>('draw-up-campaign');
  const create = useCommand<DrawUpCampaign, Campaign>((body, key) =>
    request('/campaigns', { method: 'POST', body, idempotencyKey: key }),
  );
  const submit = async (values: DrawUpValues): Promise<void> => {
    const campaign = await create.run(clean(values));
    if (campaign === undefined) return;
    await draft.discard();
    notify(t('campaign.draw.saved'), { type: 'success' });
    void navigate(`/campaigns/${campaign.id}`, { replace: true });
  };
  return (
    <>
      <PageHeading title={t('campaign.draw.new')} hint={t('campaign.draw.hint')} />
      <CommandForm<DrawUpValues>
        defaults={{
          title: '',
          kind: '',
          regions: villages.map(({ code }) => code),
          categories: [],
          checklist: checks.map(({ code }) => code),
          startsOn: dateOf(serverNow()),
          endsOn: '',
          instructions: '',
        }}
        submitLabel={t('campaign.draw.save')}
        onSubmit={submit}
        pending={create.pending}
        problem={create.problem}
        onCancel={() => void navigate('/campaigns')}
        draft={draft}
      >
        <DrawUpFields villages={villages} />
      </CommandForm>
    </>
  );
}

/** A draft as it should read now. */
export function ReviseCampaignPage() {
  const t = useText();
  const villages = useOwnVillages();
  if (villages.length === 0) return <LinearProgress />;
  return (
    <ActionPage<Campaign, DrawUpValues>
      resource="campaigns"
      action="revise"
      title={t('campaign.draw.revise')}
      head={({ title }) => <PageHeading title={title} />}
      back={({ id }) => `/campaigns/${id}`}
      defaults={(campaign) => ({
        title: campaign.title,
        kind: campaign.kind,
        regions: villages.map(({ code }) => code).filter((code) => covers(campaign, code)),
        categories: campaign.categories,
        checklist: campaign.checklist,
        startsOn: campaign.startsOn,
        endsOn: campaign.endsOn,
        instructions: campaign.instructions ?? '',
      })}
    >
      {() => <DrawUpFields villages={villages} />}
    </ActionPage>
  );
}

/** A place is meant with all that belongs to it (GB/T 2260: the codes of a place begin with its own digits). */
function covers({ regions }: Campaign, code: string): boolean {
  return regions.some((region) => code.startsWith(region.replace(/(000)+$/, '')));
}

function DrawUpFields({ villages }: { villages: readonly CodeItem[] }) {
  const t = useText();
  return (
    <>
      <Section title={t('campaign.about')}>
        <FormText
          name="title"
          label={t('campaign.name')}
          help={t('campaign.draw.nameHelp')}
          maxLength={100}
          required
        />
        <FormSelect name="kind" label={t('campaign.kind')} options={useCodes('CAMPAIGN_KINDS')} required />
        <FormDate name="startsOn" label={t('campaign.draw.startsOn')} required present />
        <FormDate
          name="endsOn"
          label={t('campaign.draw.endsOn')}
          help={t('campaign.draw.endsHelp')}
          required
        />
        <FormText name="instructions" label={t('campaign.draw.instructions')} rows={3} maxLength={2000} />
      </Section>
      <Section title={t('campaign.categories')}>
        <FormChecks name="regions" label={t('campaign.draw.regions')} options={villages} required />
        <FormChecks
          name="categories"
          label={t('campaign.categories')}
          help={t('campaign.draw.categoriesHelp')}
          options={useCodes('WATCH_CATEGORIES')}
        />
      </Section>
      <Section title={t('campaign.checklist')}>
        <FormChecks
          name="checklist"
          label={t('campaign.checklist')}
          help={t('campaign.draw.checklistHelp')}
          options={useCodes('CAMPAIGN_CHECKS')}
          required
        />
      </Section>
    </>
  );
}
