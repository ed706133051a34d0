import { Injectable } from '@nestjs/common';
import { URGENCY_NAMES } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { DeadlineQueries, type DeadlineResponse } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type { WorkOrderResponse, WorkOrderStepResponse } from '../../casefile';
import type { OrderRow } from './order-support';
import { ORDER_STATES } from './work-order.workflow';

const STEP_NAMES: Readonly<Record<string, string>> = {
  issued: '派单',
  accept: '签收',
  return: '退回',
  finish: '办结',
  'record-on-behalf': '代登记',
  reissue: '改派',
  rule: '裁定',
  urge: '催办',
  'add-progress': '进展',
  'set-expected': '登记预计办结',
  'hand-on': '转派下级单位',
  'ask-again': '再次商请',
  'change-lead': '变更为主办',
  cancel: '撤回',
  remind: '提醒',
  supervise: '督办',
};

/** What intake recorded for an agency that never logs in; why an order was withdrawn by itself. */
const STEP_CODES: Readonly<Record<string, string>> = {
  accept: '签收',
  finish: '办结',
  excluded: '承办单位不能知道此案',
};

export interface FullOrderRow extends Omit<OrderRow, 'child_id'> {
  /** Null when the reader no longer sees the case. */
  child_id: string | null;
  case_no: string | null;
  version: number;
  issued_at: Date;
  accepted_at: Date | null;
  finished_at: Date | null;
  on_behalf: boolean;
  receipt_at: Date | null;
  summary: Buffer;
  situations: string[] | null;
  is_worker: boolean;
  child_visible: boolean;
  works: boolean;
  holds: boolean;
}

/** The parts of an order's page. */
@Injectable()
export class OrderViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly clocks: DeadlineQueries,
    private readonly crypto: FieldCrypto,
  ) {}

  plain(row: FullOrderRow): WorkOrderResponse {
    return {
      id: row.id,
      orderNo: row.order_no,
      caseId: row.case_id,
      caseNo: row.case_no ?? '',
      agencyId: row.agency_id,
      agencyName: this.reference.agency(row.agency_id)?.name ?? '',
      issuedByName: this.reference.agency(row.issued_by_agency_id)?.name ?? '',
      role: row.role,
      roleName: row.role === 'lead' ? '主办' : '协办',
      leads: row.leads,
      isLetter: row.is_letter,
      situation: row.situation,
      situationName: this.reference.situation(row.situation)?.name ?? row.situation,
      task: row.task,
      article: row.article,
      refusable: row.refusable,
      urgency: row.urgency,
      urgencyName: URGENCY_NAMES[row.urgency],
      state: row.state,
      stateName: ORDER_STATES[row.state],
      issuedAt: row.issued_at.toISOString(),
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
      onBehalf: row.on_behalf,
      receiptNo: null,
      receiptPerson: null,
      receiptAt: row.receipt_at?.toISOString() ?? null,
      refusals: row.refusals,
      rulingNo: row.ruling_no,
      handedFromId: row.handed_from,
      expectedOn: row.expected_on,
      summary: null,
      childName: null,
      canOpenCase: false,
      deadline: null,
      steps: null,
      attachments: null,
      allowedActions: [],
      version: row.version,
    };
  }

  /** 对外摘要. */
  summary({ incident_id: id, summary }: Pick<FullOrderRow, 'incident_id' | 'summary'>): Promise<string> {
    return this.crypto.decrypt(id, 'incident.summary', id, summary);
  }

  async deadlines(tx: Tx, orderIds: readonly string[]): Promise<Map<string, DeadlineResponse>> {
    if (orderIds.length === 0) return new Map();
    return this.clocks.currentByWorkOrder(tx, orderIds);
  }

  async steps(tx: Tx, orderId: string, childId: string | null): Promise<WorkOrderStepResponse[]> {
    const rows = await tx.query<{
      id: string;
      at: Date;
      step: string;
      code: string | null;
      number: string | null;
      note: Buffer | null;
      actor: string | null;
      agency: string | null;
    }>(
      `SELECT s.id, s.at, s.step, s.code, s.number, s.note, u.display_name AS actor, a.name AS agency
         FROM work_order_step s LEFT JOIN app_user u ON u.id = s.actor_user_id LEFT JOIN agency a ON a.id = s.actor_agency_id
        WHERE s.work_order_id = $1 ORDER BY s.at, s.id`,
      [orderId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        at: row.at.toISOString(),
        step: row.step,
        stepName: STEP_NAMES[row.step] ?? row.step,
        actorName: row.actor ?? '系统',
        agencyName: row.agency,
        codeName:
          row.code === null
            ? null
            : (STEP_CODES[row.code] ?? this.reference.codeName('RETURN_REASONS', row.code) ?? null),
        number: row.number,
        note:
          row.note === null || childId === null
            ? null
            : await this.crypto.decrypt(childId, 'work_order_step.note', row.id, row.note),
      })),
    );
  }
}
