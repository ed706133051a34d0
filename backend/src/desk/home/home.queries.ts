import { Injectable } from '@nestjs/common';
import type { RequestContext, Role, Urgency } from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { roleMay } from '../../support/access';
import { SystemFigures } from '../../support/admin';
import { DeadlineQueries } from '../../support/deadlines';
import { linkTo } from '../../support/notifications';
import type { HomeCardResponse, HomeNextResponse, HomeResponse } from './dto/home.response';
import { cardLink, CARDS, type CardSpec, COUNT_CAP, countQuery } from './home-cards';
import { pickNext } from './home-next';

const WORK = { title: '今天的工作', hint: '先处理超期和紧急的，再按到期时间办理。' };
const REPORT = {
  title: '我要报告',
  hint: '您不需要证明，只需说出担心。不追问孩子，不惊动疑似侵害人。',
};
const HEADS: Readonly<Record<Role, { readonly title: string; readonly hint: string }>> = {
  school_reporter: REPORT,
  unit_reporter: REPORT,
  medical_reporter: REPORT,
  hotline_operator: { title: '热线工作台', hint: '来电先问孩子现在是否安全；危险时先转 110，再登记。' },
  shelter_worker: WORK,
  wcc_officer: { title: '统筹工作台', hint: '这里看机制运行情况，不看个案内容。' },
  auditor: { title: '审计工作台', hint: '这里看操作记录，没有案件内容。' },
  intake_officer: { title: '受理工作台', hint: '先受理、分诊紧急报告，再处理被退回和超期的协办单。' },
  police_handler: WORK,
  agency_handler: WORK,
  child_supervisor: { title: '今天的工作', hint: '先看没有承办人的个案和应急处置，再安排走访。' },
  child_director: { title: '今天的工作', hint: '先看要见孩子的个案，走访后当天登记。' },
  civil_affairs: { title: '监督工作台', hint: '先看待审批的结案和超期事项。' },
  administrator: { title: '系统运行', hint: '这里只有系统数字，没有案件内容。' },
  system: { title: '', hint: '' },
};
/** More than are shown, because several clocks may belong to one record. */
const LOOKED_AT = 30;

interface TaskRow {
  id: string;
  number: string;
  urgency: Urgency;
}

/** What a person has to do next; nothing here opens a record, so every number obeys the visibility rules of its list. */
@Injectable()
export class HomeQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly deadlines: DeadlineQueries,
    private readonly figures: SystemFigures,
  ) {}

  get(ctx: RequestContext): Promise<HomeResponse> {
    const { role } = ctx.actor;
    if (role === 'administrator') return this.system();
    return this.database.inTransaction(ctx, async (tx) => {
      const cards: HomeCardResponse[] = [];
      for (const spec of CARDS[role]) cards.push(await count(tx, spec));
      const next = pickNext([...(await this.clocks(tx)), ...(await tasks(tx))]);
      return { ...HEADS[role], cards, next };
    });
  }

  private async clocks(tx: Tx): Promise<HomeNextResponse[]> {
    const { role } = tx.actor;
    if (!roleMay(role, 'work-order.read')) return [];
    // Who supervises sees what is late everywhere, the others what is theirs.
    const supervised =
      role === 'civil_affairs' ? await this.deadlines.list(tx, { dueBefore: tx.now, limit: LOOKED_AT }) : [];
    const mine = await this.deadlines.list(tx, { mine: true, limit: LOOKED_AT });
    return [...supervised, ...mine].map(({ id, name, number, urgency, dueAt, overdue, link }) => {
      return {
        key: `deadline-${id}`,
        title: name,
        number,
        urgency: urgency as Urgency,
        dueAt,
        overdue,
        link,
      };
    });
  }

  private async system(): Promise<HomeResponse> {
    const { outbox, deadlines } = await this.figures.read();
    const numbers: [string, string, number][] = [
      ['outbox-dead', '没有送达的消息', outbox.dead],
      ['outbox-pending', '等待处理的消息', outbox.pending],
      ['deadlines-overdue', '全部超期时限', deadlines.overdue],
      ['deadlines-provisional', '暂算的时限', deadlines.provisional],
    ];
    const cards = numbers.map(([key, label, n]) => ({
      key,
      label,
      count: Math.min(n, COUNT_CAP),
      capped: n > COUNT_CAP,
      link: '/admin/system',
    }));
    return { ...HEADS.administrator, cards, next: [] };
  }
}

async function count(tx: Tx, spec: CardSpec): Promise<HomeCardResponse> {
  const { sql, params } = countQuery(spec);
  const [row] = await tx.query<{ n: number }>(sql, params);
  const n = row?.n ?? 0;
  return {
    key: spec.key,
    label: spec.label,
    count: Math.min(n, COUNT_CAP),
    capped: n > COUNT_CAP,
    link: cardLink(spec),
  };
}

/** Things to do that have no clock of their own. */
async function tasks(tx: Tx): Promise<HomeNextResponse[]> {
  switch (tx.actor.role) {
    case 'school_reporter':
    case 'unit_reporter':
    case 'medical_reporter':
    case 'hotline_operator':
      return toNext('report', 'record-police', '请登记报警时间或回执', await policeUntold(tx));
    case 'child_supervisor':
      return toNext('case', 'assign', '个案没有承办人，请指派', await casesWithoutWorker(tx));
    case 'intake_officer':
    case 'civil_affairs':
      return toNext('case', 'sign-closing', '结案申请待审批', await closingsToSign(tx));
    case 'police_handler':
    case 'agency_handler':
    case 'child_director':
    case 'shelter_worker':
    case 'wcc_officer':
    case 'auditor':
    case 'administrator':
    case 'system':
      return [];
  }
}

function toNext(
  kind: 'report' | 'case',
  key: string,
  title: string,
  rows: readonly TaskRow[],
): HomeNextResponse[] {
  return rows.map(({ id, number, urgency }) => {
    return {
      key: `${key}-${id}`,
      title,
      number,
      urgency,
      dueAt: null,
      overdue: false,
      link: linkTo(kind, id),
    };
  });
}

/** The reporter's own reports that need the police and say nothing of it yet (强制报告意见 art 4). */
function policeUntold(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT r.id, r.report_no AS number, r.urgency FROM report r
      WHERE ${visibility.report('r')} AND r.police_required AND r.police_told_at IS NULL AND r.state <> 'closed'
        AND EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = 'reporter' AND a.principal_id = ctx_user())
      ORDER BY r.urgency, r.reported_at LIMIT ${LOOKED_AT}`,
  );
}

function casesWithoutWorker(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT c.id, c.case_no AS number, c.urgency FROM case_file c
      WHERE ${visibility.case('c')} AND ${visibility.casework('c')} AND c.phase = 'open' AND c.worker_user_id IS NULL
      ORDER BY c.urgency, c.opened_at LIMIT ${LOOKED_AT}`,
  );
}

/** Closings somebody else asked for: nobody signs the own request. */
function closingsToSign(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT c.id, c.case_no AS number, c.urgency FROM case_file c
      WHERE ${visibility.case('c')} AND ${visibility.casework('c')} AND c.phase = 'closing'
        AND (SELECT k.requested_by FROM case_closing k WHERE k.case_id = c.id ORDER BY k.requested_at DESC LIMIT 1) IS DISTINCT FROM ctx_user()
      ORDER BY c.urgency, c.updated_at LIMIT ${LOOKED_AT}`,
  );
}
