import { Alert, AlertTitle, Box, LinearProgress } from '@mui/material';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { request } from '../../../api';
import type {
  CampaignSheet,
  LookedUpChildren,
  LookUpChild,
  ProposeWatch,
  SimilarWatched,
  WatchItem,
} from '../../../api';
import { CommandForm, LARGE, PageHeading, RecordPage } from '../../../components';
import { useDraft } from '../../../components/draft';
import { useText } from '../../../i18n/use-text';
import { useCommand } from '../../../lib';
import { ProposeFields, SimilarChildren } from './propose-fields';
import { EMPTY_PROPOSAL, toLookUp, toProposal } from './propose-form';
import type { ProposeValues } from './propose-form';
import { useOwnVillages } from './use-own-villages';

/** Who was found, and for which question: another name is another question. */
interface LookedUp {
  question: string;
  found: SimilarWatched[];
}

/** 登记监测对象: the file of a child; 查重 comes between the button and the file. */
export function ProposePage() {
  const villages = useOwnVillages();
  const [params] = useSearchParams();
  const [sheetId, taskId] = [params.get('sheet'), params.get('task')];
  if (villages.length === 0) return <LinearProgress />;
  if (sheetId === null || taskId === null) return <ProposeForm only={villages} />;
  return (
    <RecordPage<CampaignSheet> resource="campaign-sheets" id={sheetId}>
      {(sheet) => <ProposeForm only={villages} found={foundIn(sheet, taskId)} />}
    </RecordPage>
  );
}

/** A child that a screening found: what the sheet knows of it need not be typed again. */
interface Found {
  taskId: string;
  values: Partial<ProposeValues>;
}

function foundIn({ regionCode, children }: CampaignSheet, taskId: string): Found {
  const known = children?.find((child) => child.taskId === taskId);
  const { name, sex, address, note } = known ?? { name: null, sex: '', address: null, note: null };
  const child = { ...EMPTY_PROPOSAL.child, name: name ?? '', sex, address: address ?? '' };
  return { taskId, values: { child, regionCode, why: note ?? '' } };
}

function ProposeForm({ only, found }: { only: ReturnType<typeof useOwnVillages>; found?: Found }) {
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const draft = useDraft<ProposeValues>('propose-watch', found?.taskId);
  const [lookedUp, setLookedUp] = useState<LookedUp>({ question: '', found: [] });
  const lookUp = useCommand<LookUpChild, LookedUpChildren>((body, key) =>
    request('/watch-items/look-up', { method: 'POST', body, idempotencyKey: key }),
  );
  const propose = useCommand<ProposeWatch, WatchItem>((body, key) =>
    request('/watch-items', { method: 'POST', body, idempotencyKey: key }),
  );

  /** Whether somebody has to say first who this child is. */
  const mustChoose = async (values: ProposeValues): Promise<boolean> => {
    const body = toLookUp(values);
    if (body === undefined) return false;
    const question = JSON.stringify(body);
    if (question === lookedUp.question) return lookedUp.found.length > 0 && values.match === '';
    const answer = await lookUp.run(body);
    if (answer === undefined) return true;
    setLookedUp({ question, found: answer.found });
    return answer.found.length > 0;
  };
  const submit = async (values: ProposeValues): Promise<void> => {
    if (await mustChoose(values)) return;
    const item = await propose.run({
      ...toProposal(values),
      ...(found === undefined ? {} : { campaignTaskId: found.taskId }),
    });
    if (item === undefined) return;
    await draft.discard();
    notify(t('watch.propose.done', { who: item.confirmAgencyName ?? '' }), { type: 'success' });
    void navigate(`/watch-items/${item.id}`, { replace: true });
  };
  return (
    <Box sx={LARGE}>
      <PageHeading title={t('watch.propose.title')} hint={t('watch.propose.hint')} />
      {draft.restored !== null && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('watch.propose.restored')}
        </Alert>
      )}
      <CommandForm<ProposeValues>
        defaults={{
          ...EMPTY_PROPOSAL,
          regionCode: only.length === 1 ? (only[0]?.code ?? '') : '',
          ...found?.values,
        }}
        submitLabel={t('watch.propose.send')}
        onSubmit={submit}
        pending={lookUp.pending || propose.pending}
        problem={lookUp.problem ?? propose.problem}
        onCancel={() => void navigate('/watch-items')}
        draft={draft}
      >
        <ProposeFields villages={only} />
        {lookedUp.found.length > 0 && (
          <Alert severity="warning" icon={false} sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}>
            <AlertTitle>{t('watch.propose.similar')}</AlertTitle>
            <SimilarChildren found={lookedUp.found} />
          </Alert>
        )}
      </CommandForm>
    </Box>
  );
}
