import { Box, Typography } from '@mui/material';
import { useNotify } from 'ra-core';
import { useNavigate, useParams } from 'react-router-dom';
import type { CampaignSheet, ScreenedChild } from '../../../api';
import { CommandForm, LARGE, PageHeading, ProblemAlert, RecordPage } from '../../../components';
import { useDraft } from '../../../components/draft';
import { useText } from '../../../i18n/use-text';
import type { Text } from '../../../i18n/use-text';
import { clean, useAct } from '../../../lib';
import { FindingFields } from '../watch/FindingPage';
import type { FindingValues } from '../watch/FindingPage';

/** 转为报告: the child and the place come from the sheet; the worker adds what was seen. */
export function SheetFindingPage() {
  const { id = '', taskId = '' } = useParams();
  return (
    <RecordPage<CampaignSheet> resource="campaign-sheets" id={id}>
      {(sheet) => (
        <FindingOf sheet={sheet} child={sheet.children?.find((child) => child.taskId === taskId)} />
      )}
    </RecordPage>
  );
}

function FindingOf({ sheet, child }: { sheet: CampaignSheet; child: ScreenedChild | undefined }) {
  const t = useText();
  if (child === undefined)
    return <ProblemAlert problem={{ title: t('action.gone'), status: 409, detail: t('action.goneHow') }} />;
  return <FindingForm sheet={sheet} child={child} />;
}

function FindingForm({ sheet, child }: { sheet: CampaignSheet; child: ScreenedChild }) {
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  // Of the child, not of the sheet: what was typed of one child never appears under another.
  const draft = useDraft<FindingValues>('report-finding', child.taskId);
  const command = useAct<unknown>('campaign-sheets', sheet.id, 'report-finding');
  const back = (): void => void navigate(`/campaign-sheets/${sheet.id}`);
  const submit = async (values: FindingValues): Promise<void> => {
    const result = await command.run(clean({ ...values, taskId: child.taskId }));
    if (result === undefined) return;
    await draft.discard();
    notify(t('action.done', { label: t('sheet.report') }), { type: 'success' });
    back();
  };
  return (
    <Box sx={LARGE}>
      <PageHeading
        title={`${child.name ?? t('sheet.noName')} · ${t('sheet.finding.title')}`}
        hint={t('sheet.finding.hint')}
      />
      <CommandForm<FindingValues>
        defaults={{
          childSafeNow: '',
          medicalSent: '',
          facts: seen(child, t),
          situations: [],
          exclusionHints: [],
          wantsSecrecy: true,
        }}
        submitLabel={t('sheet.report')}
        onSubmit={submit}
        pending={command.pending}
        problem={command.problem}
        onCancel={back}
        draft={draft}
      >
        <FindingFields />
        <Typography sx={{ color: 'text.secondary' }}>{t('sheet.finding.stays')}</Typography>
      </CommandForm>
    </Box>
  );
}

/** What the screening wrote down: nobody types it twice. */
function seen({ findingNames, notMetReasonName, note }: ScreenedChild, t: Text): string {
  return [
    ...findingNames.map((name) => t('sheet.finding.notSo', { name })),
    notMetReasonName ?? '',
    note ?? '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}
