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
import { clean, dateOf, useCodes, useCommand, useReference, useSession } from '../../../lib';
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
  const places = usePlaces();
  const checks = useCodes('CAMPAIGN_CHECKS');
  // The form starts with everything ticked, so it waits for what there is to tick.
  if (places.options.length === 0 || checks.length === 0) return <LinearProgress />;
  return <NewForm places={places} checks={checks} />;
}

function NewForm({ places, checks }: { places: Places; checks: readonly CodeItem[] }) {
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
          regions: places.options.map(({ code }) => code),
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
        <DrawUpFields places={places} />
      </CommandForm>
    </>
  );
}

/** A draft as it should read now. */
export function ReviseCampaignPage() {
  const t = useText();
  const places = usePlaces();
  if (places.options.length === 0) return <LinearProgress />;
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
        regions: campaign.regions,
        categories: campaign.categories,
        checklist: campaign.checklist,
        startsOn: campaign.startsOn,
        endsOn: campaign.endsOn,
        instructions: campaign.instructions ?? '',
      })}
    >
      {() => <DrawUpFields places={places} />}
    </ActionPage>
  );
}

interface Places {
  /** What is chosen from first: the townships of a district, the villages of a township. */
  options: readonly CodeItem[];
  /** Single villages, for a district. */
  villages: readonly CodeItem[];
}

function usePlaces(): Places {
  const villages = useOwnVillages();
  const regions = useReference()?.regions ?? [];
  const isDistrict = useSession().agency.kind !== 'township';
  const parents = new Set(
    villages.map(({ code }) => regions.find((region) => region.code === code)?.parentCode),
  );
  const townships = regions.filter(({ code }) => parents.has(code));
  return isDistrict ? { options: townships, villages } : { options: villages, villages: [] };
}

function DrawUpFields({ places }: { places: Places }) {
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
        <FormChecks
          name="regions"
          label={t('campaign.draw.regions')}
          options={places.options}
          more={{ label: t('campaign.draw.someVillages'), options: places.villages }}
          required
        />
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
