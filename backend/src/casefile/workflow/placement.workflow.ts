import type { CasePhase } from '../case-phases';
import type { CaseFacts } from './case-facts';
import type { CaseActions } from './case-table';

/** Where a child can be taken into care: the work is going on. */
const WORKING = ['open', 'suspended', 'transferring'] as const satisfies readonly CasePhase[];
/** Care outlives stages and closings (design §9.5): what keeps it going is possible until the file is archived. */
const IN_CARE = [
  'open',
  'suspended',
  'transferring',
  'closing',
  'closed',
  'follow_up',
] as const satisfies readonly CasePhase[];

/** From this day of a custody on it may be extended: the last warning before a year is over (24号15). */
const EXTENDABLE_FROM_DAY = 330;

const NOT_PLACED = '孩子现在没有安置记录。';
const NO_CONCLUSION = '还没有「送回」的会商结论；有结论之前，不得把孩子交给监护人。';

/** 先医后置 (24号12; 反家庭暴力法15). */
const medicalFirst = (facts: CaseFacts): string | null =>
  facts.medicalPending ? '先医后置：孩子需要就医，请先送医并登记就医情况，再安置。' : null;

const placed = (facts: CaseFacts): string | null => (facts.openPlacements === 0 ? NOT_PLACED : null);

const inCustody = (facts: CaseFacts): string | null =>
  facts.custodyRunning ? null : '没有正在进行的临时监护。';

function mayPlace(facts: CaseFacts): string | null {
  if (facts.openPlacements > 0) return '孩子已在安置中；换地方请用「变更安置」。';
  return medicalFirst(facts);
}

/** A year is a warning and a review, never the end of care (domain §1.5). */
function mayExtendCustody(facts: CaseFacts): string | null {
  if (!facts.custodyRunning) return inCustody(facts);
  if (facts.custodyDays < EXTENDABLE_FROM_DAY)
    return `临时监护进行到第 ${facts.custodyDays} 天，满 ${EXTENDABLE_FROM_DAY} 天后才需要办理延长。`;
  return concludedSince(facts, facts.custodySince) ? null : '延长临时监护前，要先就这次延长会商并有结论。';
}

/** A conclusion counts for what began before it. */
function concludedSince({ conferenceConcludedAt }: CaseFacts, since: string | null): boolean {
  return conferenceConcludedAt !== null && since !== null && conferenceConcludedAt >= since;
}

/** The latest conference concluded that the child goes home, and it did so after the child came into care (24号19). */
export function mayGoHome(facts: CaseFacts): boolean {
  return facts.conferenceForReturn && concludedSince(facts, facts.placedSince ?? facts.custodySince);
}

function mayNotifyReturn(facts: CaseFacts): string | null {
  return placed(facts) ?? (mayGoHome(facts) ? null : NO_CONCLUSION);
}

function mayReturnHome(facts: CaseFacts): string | null {
  return mayNotifyReturn(facts) ?? (facts.returnNotified ? null : '请先通知监护人领回。');
}

/** 就医、临时监护、安置、交接、送回 (domain §4.3; 未成年人保护法92–93). */
export const PLACEMENT_ACTIONS = {
  'record-medical': {
    label: '登记就医',
    done: '已登记就医情况',
    permission: 'case.medical',
    from: IN_CARE,
    source: 'D06；法发〔2014〕24号12；反家庭暴力法15',
  },
  'record-handover': {
    label: '登记护送交接',
    done: '已登记护送交接',
    permission: 'case.handover',
    from: IN_CARE,
    source: 'D07；法发〔2014〕24号11',
  },
  'record-police-report': {
    label: '登记公安案件情况说明',
    done: '已收到公安案件情况说明',
    permission: 'case.handover',
    from: IN_CARE,
    guard: (facts: CaseFacts) => (facts.policeReportsDue === 0 ? '没有等待公安说明情况的护送交接。' : null),
    source: '法发〔2014〕24号13',
  },
  'decide-custody': {
    label: '决定临时监护',
    done: '已决定临时监护',
    permission: 'case.custody',
    notice: { to: 'worker', kind: 'case.custody' },
    from: WORKING,
    guard: (facts: CaseFacts) => (facts.custodyRunning ? '临时监护正在进行。' : null),
    source: 'D08；未成年人保护法92',
  },
  'place-child': {
    label: '安置孩子',
    done: '已安置孩子',
    permission: 'case.place',
    notice: { to: 'worker', kind: 'case.placement' },
    from: WORKING,
    guard: mayPlace,
    source: 'D09；未成年人保护法22、93；法发〔2014〕24号12',
  },
  'review-placement': {
    label: '登记安置复核',
    done: '已复核安置',
    permission: 'case.review-placement',
    from: IN_CARE,
    guard: placed,
    source: '未成年人保护法93；令84；DL-049',
  },
  'move-placement': {
    label: '变更安置',
    done: '已变更安置',
    permission: 'case.place',
    notice: { to: 'worker', kind: 'case.placement' },
    from: IN_CARE,
    guard: (facts: CaseFacts) => placed(facts) ?? medicalFirst(facts),
    source: '未成年人保护法93；法发〔2014〕24号12',
  },
  'extend-custody': {
    label: '延长临时监护',
    done: '已延长临时监护',
    permission: 'case.custody',
    notice: { to: 'worker', kind: 'case.custody' },
    from: IN_CARE,
    guard: mayExtendCustody,
    source: '法发〔2014〕24号15；domain §3.3',
  },
  'notify-return': {
    label: '通知监护人领回',
    done: '已通知监护人领回',
    permission: 'case.return-home',
    notice: { to: 'worker', kind: 'case.placement' },
    from: WORKING,
    guard: mayNotifyReturn,
    source: 'D14；未成年人保护法93；法发〔2014〕24号19',
  },
  'return-home': {
    label: '送回监护人',
    done: '孩子已送回监护人',
    permission: 'case.return-home',
    notice: { to: 'worker', kind: 'case.placement' },
    from: WORKING,
    guard: mayReturnHome,
    source: 'D14；未成年人保护法93；法发〔2014〕24号19',
  },
  'end-placement': {
    label: '结束安置',
    done: '已结束安置',
    permission: 'case.place',
    notice: { to: 'worker', kind: 'case.placement' },
    from: [...IN_CARE, 'frozen'],
    guard: placed,
    source: 'domain §9 CARE_EXIT',
  },
  'end-custody': {
    label: '结束临时监护',
    done: '已结束临时监护',
    permission: 'case.custody',
    notice: { to: 'worker', kind: 'case.custody' },
    from: [...IN_CARE, 'frozen'],
    guard: inCustody,
    source: '未成年人保护法93、94',
  },
} as const satisfies CaseActions;
