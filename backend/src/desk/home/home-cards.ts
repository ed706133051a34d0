import type { Role } from '../../kernel';
import { visibility } from '../../platform/database';

/** Filters of the lists a card may link to; they must be filters the lists offer, with the same meaning. */
type Filter = Readonly<
  Partial<Record<'state' | 'own' | 'overdue' | 'urgency' | 'box' | 'phase' | 'stage' | 'worker', string>>
>;
type List = 'reports' | 'work-orders' | 'cases';

export interface CardSpec {
  readonly key: string;
  readonly label: string;
  readonly list: List;
  readonly filter: Filter;
}

const ORDERS_TO_ACCEPT: CardSpec = {
  key: 'orders-to-accept',
  label: '待签收协办单',
  list: 'work-orders',
  filter: { state: 'issued', box: 'mine' },
};
const ORDERS_IN_PROGRESS: CardSpec = {
  key: 'orders-in-progress',
  label: '办理中协办单',
  list: 'work-orders',
  filter: { state: 'accepted', box: 'mine' },
};
const MY_ORDERS_OVERDUE: CardSpec = {
  key: 'orders-overdue',
  label: '本单位超期协办单',
  list: 'work-orders',
  filter: { box: 'mine', overdue: 'true' },
};
const ORDERS_OVERDUE: CardSpec = {
  key: 'orders-overdue',
  label: '超期协办单',
  list: 'work-orders',
  filter: { overdue: 'true' },
};
const CASES_MINE: CardSpec = {
  key: 'cases-mine',
  label: '我承办的个案',
  list: 'cases',
  filter: { worker: 'me', phase: 'open' },
};
const CASES_EMERGENCY: CardSpec = {
  key: 'cases-emergency',
  label: '应急处置中',
  list: 'cases',
  filter: { stage: 'emergency' },
};
const CASES_OVERDUE: CardSpec = {
  key: 'cases-overdue',
  label: '有超期事项的个案',
  list: 'cases',
  filter: { overdue: 'true' },
};
const CASES_CLOSING: CardSpec = {
  key: 'cases-closing',
  label: '待结案审批',
  list: 'cases',
  filter: { phase: 'closing' },
};
const HANDLER = [ORDERS_TO_ACCEPT, ORDERS_IN_PROGRESS, MY_ORDERS_OVERDUE];

const REPORTS_MINE: CardSpec = {
  key: 'reports-mine',
  label: '我提交的报告',
  list: 'reports',
  filter: { own: 'true' },
};

/** Which numbers each role sees first. */
export const CARDS: Readonly<Record<Role, readonly CardSpec[]>> = {
  school_reporter: [REPORTS_MINE],
  unit_reporter: [REPORTS_MINE],
  medical_reporter: [REPORTS_MINE, ...HANDLER],
  hotline_operator: [REPORTS_MINE],
  shelter_worker: HANDLER,
  wcc_officer: [],
  auditor: [],
  intake_officer: [
    { key: 'reports-submitted', label: '待受理', list: 'reports', filter: { state: 'submitted' } },
    { key: 'reports-received', label: '待分诊', list: 'reports', filter: { state: 'received' } },
    { key: 'reports-overdue', label: '超期报告', list: 'reports', filter: { overdue: 'true' } },
    { key: 'orders-returned', label: '被退回的协办单', list: 'work-orders', filter: { state: 'returned' } },
    ORDERS_OVERDUE,
    CASES_CLOSING,
  ],
  police_handler: HANDLER,
  agency_handler: HANDLER,
  child_supervisor: [CASES_EMERGENCY, CASES_MINE, CASES_OVERDUE, ORDERS_TO_ACCEPT],
  child_director: [CASES_EMERGENCY, CASES_MINE, CASES_OVERDUE, ORDERS_TO_ACCEPT],
  civil_affairs: [CASES_CLOSING, CASES_EMERGENCY, CASES_OVERDUE, ORDERS_OVERDUE, ORDERS_TO_ACCEPT],
  administrator: [],
  system: [],
};

interface Source {
  readonly from: string;
  readonly visible: string;
  /** A condition per filter; `?` stands for the value. */
  readonly conditions: Readonly<Partial<Record<keyof Filter, string>>>;
}

const overdue = (column: string, id: string): string =>
  `EXISTS (SELECT 1 FROM deadline d WHERE d.${column} = ${id} AND d.state = 'running' AND d.duty AND d.due_at < ctx_now())`;

const SOURCES: Readonly<Record<List, Source>> = {
  reports: {
    from: 'report x',
    visible: visibility.report('x'),
    conditions: {
      state: 'x.state = ?',
      urgency: 'x.urgency = ?',
      own: `EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = x.id AND a.reason = 'reporter' AND a.principal_id = ctx_user())`,
      overdue: overdue('report_id', 'x.id'),
    },
  },
  'work-orders': {
    from: 'work_order x',
    visible: visibility.workOrder('x'),
    conditions: {
      state: 'x.state = ?',
      urgency: 'x.urgency = ?',
      box: `? = 'mine' AND x.agency_id = ANY (ctx_principals())`,
      overdue: overdue('work_order_id', 'x.id'),
    },
  },
  cases: {
    from: 'case_file x',
    visible: visibility.case('x'),
    conditions: {
      phase: 'x.phase = ?',
      urgency: 'x.urgency = ?',
      stage:
        'EXISTS (SELECT 1 FROM case_stage s WHERE s.case_id = x.id AND s.stage = ? AND s.closed_at IS NULL)',
      worker: `? = 'me' AND (x.worker_user_id = ctx_user() OR (x.worker_user_id IS NULL AND x.worker_agency_id = ANY (ctx_principals())))`,
      overdue: overdue('case_id', 'x.id'),
    },
  },
};

/** Numbers above this are shown as "100+": counting on would cost more than it tells. */
export const COUNT_CAP = 100;

/** SQL that counts what the card's link lists, up to one more than the cap. Throws for a filter the list does not offer. */
export function countQuery({ key, list, filter }: CardSpec): { sql: string; params: string[] } {
  const source = SOURCES[list];
  const params: string[] = [];
  const conditions = Object.entries(filter).map(([name, value]) => {
    const condition = source.conditions[name as keyof Filter];
    if (condition === undefined) throw new Error(`Card ${key}: ${list} has no filter ${name}`);
    if (!condition.includes('?')) return condition;
    params.push(value);
    return condition.replace('?', `$${params.length}::text`);
  });
  const where = [source.visible, ...conditions].map((part) => `(${part})`).join(' AND ');
  return {
    sql: `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${source.from} WHERE ${where} LIMIT ${COUNT_CAP + 1}) y`,
    params,
  };
}

/** The console's list with the card's filter set. */
export function cardLink({ list, filter }: Pick<CardSpec, 'list' | 'filter'>): string {
  return `/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
