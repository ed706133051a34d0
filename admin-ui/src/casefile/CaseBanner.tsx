import { Alert, AlertTitle } from '@mui/material';
import { ActionBar } from '../access';
import type { ActionForm } from '../access';
import type { Case } from '../api';
import { useText } from '../i18n/use-text';
import { caseForms } from './case-forms';

/** What a follow-up that found something leads to. */
const WAY_OUT = ['open-emergency', 'reopen'];

/** What must be known before anything else on this page: the case rests, is frozen, or somebody found danger. */
export function CaseBanner({ file }: { file: Case }) {
  const t = useText();
  const rest = file.suspensions?.find(({ endedAt }) => endedAt === null);
  if (file.phase === 'frozen') return <Notice severity="error">{t('banner.frozen')}</Notice>;
  if (file.phase === 'archived') return <Notice severity="info">{t('banner.archived')}</Notice>;
  if (file.phase === 'suspended' && rest !== undefined)
    return (
      <Notice severity="warning">
        {t('banner.suspended', { reason: rest.reasonName, day: rest.nextCheckOn })}
      </Notice>
    );
  if (file.phase === 'transferring') return <Moving file={file} />;
  return isAlarmed(file) ? <Alarm file={file} /> : <Backstop file={file} />;
}

/** Whose turn it is on the road to another district; where to is not told to everybody. */
function Moving({ file: { transfers } }: { file: Case }) {
  const t = useText();
  const last = transfers?.at(-1);
  if (last === undefined || last.destination === null || !isOnRoad(last.state))
    return <Notice severity="info">{t('banner.moving')}</Notice>;
  return (
    <Notice severity={last.state === 'requested' ? 'info' : 'warning'}>
      {t(`banner.${last.state}`, { to: last.destination })}
    </Notice>
  );
}

function isOnRoad(state: string): state is 'requested' | 'accepted' | 'refused' {
  return state === 'requested' || state === 'accepted' || state === 'refused';
}

/** 区级兜底: the district works on the case in place of its township. */
function Backstop({ file: { backstop, workerAgencyName } }: { file: Case }) {
  const t = useText();
  if (backstop === null) return null;
  return (
    <Notice severity="info">
      {t(backstop.placeHasAccounts ? 'backstop.ready' : 'backstop.acting', {
        place: backstop.placeName,
        agency: workerAgencyName ?? '',
      })}
    </Notice>
  );
}

/** The latest follow-up advised to open the case again, and nobody has decided yet. */
function isAlarmed({ phase, followUps }: Case): boolean {
  return (phase === 'closed' || phase === 'follow_up') && followUps?.at(-1)?.advice === 'reopen';
}

function Alarm({ file }: { file: Case }) {
  const t = useText();
  const last = file.followUps?.at(-1);
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <AlertTitle>{t('banner.alarm')}</AlertTitle>
      <p style={{ margin: '0 0 8px' }}>{[last?.stateName, last?.problems].filter(Boolean).join('：')}</p>
      <p style={{ margin: '0 0 8px' }}>{t('banner.alarmHint')}</p>
      <ActionBar resource="cases" record={file} forms={withoutGroups} only={WAY_OUT} />
    </Alert>
  );
}

/** Here they are the next step, not something in a menu. */
const withoutGroups = Object.fromEntries(
  WAY_OUT.map((action): [string, ActionForm<Case>] => {
    const form = { ...caseForms[action] };
    delete form.group;
    delete form.aside;
    return [action, form];
  }),
);

function Notice({ severity, children }: { severity: 'info' | 'warning' | 'error'; children: string }) {
  return (
    <Alert severity={severity} sx={{ mb: 2 }}>
      {children}
    </Alert>
  );
}
