import { Injectable } from '@nestjs/common';
import type { Role, Urgency } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { linkTo, type NoticeSubject } from '../../support/notifications';
import { FILING_UNITS } from '../intake';
import type { HomeNextResponse } from './dto/home.response';

/** More than are shown, because several clocks may belong to one record. */
export const LOOKED_AT = 30;

export interface TaskRow {
  readonly id: string;
  readonly number: string;
  readonly urgency: Urgency;
}

/** Something to do that has no clock of its own: for whom, what to say, and which records wait for it. */
export interface HomeTask {
  readonly key: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly subject: NoticeSubject;
  /** At most LOOKED_AT rows, the most pressing first; every query starts from what the actor may see. */
  readonly read: (tx: Tx) => Promise<TaskRow[]>;
}

const TASKS: readonly HomeTask[] = [
  {
    key: 'record-police',
    title: '请登记报警时间或回执',
    roles: ['school_reporter', 'unit_reporter', 'medical_reporter', 'hotline_operator'],
    subject: 'report',
    read: policeUntold,
  },
  {
    key: 'record-filing',
    title: '请向主管部门备案，并登记',
    roles: ['school_reporter', 'unit_reporter', 'medical_reporter', 'hotline_operator'],
    subject: 'report',
    read: authorityUntold,
  },
  {
    key: 'confirm-screen-out',
    title: '拟存查的报告待您复核',
    roles: ['intake_officer'],
    subject: 'report',
    read: screeningsToDecide,
  },
  {
    key: 'decide-match',
    title: '新线索待处理：请决定并入个案还是另立个案',
    roles: ['intake_officer'],
    subject: 'report',
    read: matchesToDecide,
  },
  {
    key: 'assign',
    title: '个案没有承办人，请指派',
    roles: ['child_supervisor'],
    subject: 'case',
    read: casesWithoutWorker,
  },
  {
    key: 'sign-closing',
    title: '结案申请待审批',
    roles: ['intake_officer', 'civil_affairs'],
    subject: 'case',
    read: closingsToSign,
  },
];

/** What waits without a clock; rooms above the desk add their own. */
@Injectable()
export class HomeTasks {
  private readonly tasks: HomeTask[] = [...TASKS];

  register(...tasks: readonly HomeTask[]): void {
    this.tasks.push(...tasks);
  }

  async read(tx: Tx): Promise<HomeNextResponse[]> {
    const items: HomeNextResponse[] = [];
    for (const { key, title, roles, subject, read } of this.tasks) {
      if (!roles.includes(tx.actor.role)) continue;
      for (const { id, number, urgency } of await read(tx)) {
        const link = linkTo(subject, id);
        items.push({ key: `${key}-${id}`, title, number, urgency, dueAt: null, overdue: false, link });
      }
    }
    return items;
  }
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

/** The reporter's own reports whose unit must file with its authority too and has not said so yet (强制报告意见 art 5). */
function authorityUntold(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT r.id, r.report_no AS number, r.urgency FROM report r
      WHERE ${visibility.report('r')} AND r.unit_type = ANY ($1) AND r.authority_told_at IS NULL
        AND EXISTS (SELECT 1 FROM code_item s WHERE s.set_code = 'SITUATIONS' AND s.code = ANY (r.situations) AND (s.body->>'mandatory')::boolean)
        AND EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = 'reporter' AND a.principal_id = ctx_user())
      ORDER BY r.urgency, r.reported_at LIMIT ${LOOKED_AT}`,
    [FILING_UNITS],
  );
}

/** 存查 somebody else proposed: nobody decides on the own proposal. */
function screeningsToDecide(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT r.id, r.report_no AS number, r.urgency FROM report r JOIN report_screening s ON s.report_id = r.id AND s.outcome IS NULL
      WHERE ${visibility.reportwork('r')} AND r.state = 'screening' AND s.proposed_by <> ctx_user()
      ORDER BY r.urgency, s.proposed_at LIMIT ${LOOKED_AT}`,
  );
}

/** Untriaged reports that matched a case of the actor's desk (design §9.3); who may not know of the case has no such task. */
function matchesToDecide(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT r.id, r.report_no AS number, r.urgency FROM report r
      WHERE ${visibility.reportwork('r')} AND r.state IN ('submitted', 'received')
        AND EXISTS (SELECT 1 FROM report_match m WHERE m.report_id = r.id AND m.same_id AND m.kept_apart_at IS NULL)
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
