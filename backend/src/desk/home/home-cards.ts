import type { Actor, Role } from '../../kernel';
import { LETTER_KINDS } from '../coordination';

/** A number on a home page: how many records a list shows under a filter. */
export interface CardSpec {
  readonly key: string;
  readonly label: string;
  /** The list's path in the console and the API. */
  readonly list: string;
  readonly filter: Readonly<Record<string, string>>;
}

const card = (
  key: string,
  label: string,
  list: string,
  filter: Readonly<Record<string, string>>,
): CardSpec => ({
  key,
  label,
  list,
  filter,
});

const ALERTS_WAITING = card('alerts-waiting', '待确认的紧急消息', 'notices', { waiting: 'true' });
const ORDERS_TO_ACCEPT = card('orders-to-accept', '待签收协办单', 'work-orders', {
  state: 'issued',
  box: 'mine',
});
const ORDERS_IN_PROGRESS = card('orders-in-progress', '办理中协办单', 'work-orders', {
  state: 'accepted',
  box: 'mine',
});
const MY_ORDERS_OVERDUE = card('orders-overdue', '本单位超期协办单', 'work-orders', {
  box: 'mine',
  overdue: 'true',
});
const ORDERS_OVERDUE = card('orders-overdue', '超期协办单', 'work-orders', { overdue: 'true' });
const ORDERS_RETURNED = card('orders-returned', '被退回的协办单', 'work-orders', { state: 'returned' });

const ORDERS_TO_RULE = card('orders-to-rule', '待裁定的协办单', 'work-orders', { waiting: 'ruling' });
const ORDERS_EXPECTED = card('orders-expected', '超过预计办结', 'work-orders', { waiting: 'expected' });
const LETTERS_TO_ASK = card('letters-to-ask', '待再次商请的协作函', 'work-orders', { waiting: 'ask-again' });

const NOTICES_UNREAD = card('notices-unread', '未读告知', 'agency-notices', { box: 'mine', unread: 'true' });
const NOTICES_TO_TELL = card('notices-to-tell', '待代为告知', 'agency-notices', { box: 'tell' });

const CASES_MINE = card('cases-mine', '我承办的个案', 'cases', { worker: 'me', phase: 'open' });
const CASES_UNASSIGNED = card('cases-unassigned', '待指派的个案', 'cases', {
  worker: 'none',
  phase: 'open',
});
const CASES_EMERGENCY = card('cases-emergency', '应急处置中', 'cases', { stage: 'emergency' });
const CASES_CLOSING = card('cases-closing', '待结案审批', 'cases', { phase: 'closing' });
const VISITS_TODAY = card('visits-today', '今天要见的孩子', 'cases', { worker: 'me', due: 'visit-today' });
const FOLLOW_UPS = card('follow-ups', '跟踪回访到期', 'cases', { due: 'follow-up-week' });

const DEADLINES_TODAY = card('deadlines-today', '今天到期的事项', 'deadlines', { due: 'today' });
const DEADLINES_OVERDUE = card('deadlines-overdue', '超期事项', 'deadlines', { overdue: 'true' });
const MY_DEADLINES_OVERDUE = card('deadlines-overdue', '我的超期事项', 'deadlines', {
  mine: 'true',
  overdue: 'true',
});

const CARE_REVIEWS = card('care-reviews', '7天内要复核的安置', 'placements', { review: 'week' });
const CUSTODY_LONG = card('custody-long', '临时监护满330天', 'placements', { band: '330' });
const CARE_MINE = card('care-mine', '住在本单位的孩子', 'placements', { agency: 'mine' });

const WATCH_DUE = card('watch-due', '该走访的监测对象', 'watch-items', { worker: 'me', due: 'today' });
const WATCH_PROPOSED = card('watch-proposed', '待核定的监测对象', 'watch-items', { state: 'proposed' });
const WATCH_MISSED = card('watch-missed', '没按期走访的监测对象', 'watch-items', { due: 'missed' });
const SHEETS_TO_WORK = card('campaign-sheets-work', '要做的排查', 'campaign-sheets', { todo: 'work' });
const SHEETS_TO_SIGN = card('campaign-sheets-sign', '待核签的村级排查', 'campaign-sheets', { todo: 'sign' });
const CAMPAIGNS_RUNNING = card('campaigns-running', '进行中的排查', 'campaigns', { state: 'running' });

const UNITS_SILENT = card('units-silent', '没登记入职查询的单位', 'agencies', {
  missing: 'background_check',
});

const BACKSTOP = card('backstop', '兜底办理', 'backstop-items', {});

const REPORTS_MINE = card('reports-mine', '我提交的报告', 'reports', { own: 'true' });
const HANDLER = [ORDERS_TO_ACCEPT, ORDERS_IN_PROGRESS, MY_ORDERS_OVERDUE, NOTICES_UNREAD];

/** Courts and procuratorates are asked by letter: nothing of theirs is ever overdue (design §9.6). */
const LETTERS = [
  card('letters-to-accept', '待收协作函', 'work-orders', { state: 'issued', box: 'mine' }),
  card('letters-in-progress', '办理中协作函', 'work-orders', { state: 'accepted', box: 'mine' }),
];

/** Which numbers each role sees first. */
export const CARDS: Readonly<Record<Role, readonly CardSpec[]>> = {
  school_reporter: [REPORTS_MINE],
  unit_reporter: [REPORTS_MINE],
  medical_reporter: [ALERTS_WAITING, REPORTS_MINE, ...HANDLER],
  hotline_operator: [REPORTS_MINE],
  shelter_worker: [ALERTS_WAITING, CARE_MINE, CARE_REVIEWS, ...HANDLER, CASES_MINE],
  wcc_officer: [],
  auditor: [],
  intake_officer: [
    ALERTS_WAITING,
    card('reports-submitted', '待受理', 'reports', { state: 'submitted' }),
    card('reports-received', '待分诊', 'reports', { state: 'received' }),
    card('reports-screening', '拟存查待复核', 'reports', { state: 'screening' }),
    card('reports-transferring', '移送中', 'reports', { state: 'transferring' }),
    card('reports-overdue', '超期报告', 'reports', { overdue: 'true' }),
    ORDERS_RETURNED,
    ORDERS_OVERDUE,
    ORDERS_EXPECTED,
    LETTERS_TO_ASK,
    NOTICES_TO_TELL,
    CASES_CLOSING,
    BACKSTOP,
    card('reports-screened-out', '存查', 'reports', { state: 'screened_out' }),
  ],
  police_handler: [ALERTS_WAITING, ...HANDLER],
  agency_handler: [ALERTS_WAITING, ...HANDLER],
  child_supervisor: [
    ALERTS_WAITING,
    CASES_UNASSIGNED,
    CASES_EMERGENCY,
    DEADLINES_TODAY,
    DEADLINES_OVERDUE,
    ORDERS_TO_ACCEPT,
    NOTICES_UNREAD,
    WATCH_PROPOSED,
    WATCH_MISSED,
    SHEETS_TO_SIGN,
  ],
  child_director: [
    ALERTS_WAITING,
    VISITS_TODAY,
    WATCH_DUE,
    SHEETS_TO_WORK,
    CASES_MINE,
    CASES_EMERGENCY,
    FOLLOW_UPS,
    MY_DEADLINES_OVERDUE,
    ORDERS_TO_ACCEPT,
    NOTICES_UNREAD,
  ],
  civil_affairs: [
    ALERTS_WAITING,
    CASES_CLOSING,
    CASES_EMERGENCY,
    CASES_UNASSIGNED,
    CARE_REVIEWS,
    CUSTODY_LONG,
    DEADLINES_OVERDUE,
    DEADLINES_TODAY,
    ORDERS_TO_RULE,
    ORDERS_OVERDUE,
    ORDERS_TO_ACCEPT,
    NOTICES_UNREAD,
    WATCH_MISSED,
    SHEETS_TO_SIGN,
    CAMPAIGNS_RUNNING,
    BACKSTOP,
    UNITS_SILENT,
  ],
  administrator: [],
  system: [],
};

/** The cards of a person: an organ asked by letter has its own words. */
export function cardsOf({ role, agencyKind }: Pick<Actor, 'role' | 'agencyKind'>): readonly CardSpec[] {
  return role === 'agency_handler' && LETTER_KINDS.has(agencyKind) ? LETTERS : CARDS[role];
}

/** Every card there is, to check at start that its list can answer it. */
export const ALL_CARDS: readonly CardSpec[] = [...Object.values(CARDS).flat(), ...LETTERS];

/** The console's list with the card's filter set. */
export function cardLink({ list, filter }: Pick<CardSpec, 'list' | 'filter'>): string {
  return `/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
