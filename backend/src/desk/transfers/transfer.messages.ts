import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseLog } from '../../casefile';
import type { Urgency } from '../../kernel';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, Outbox, type StoredMessage } from '../../platform/outbox';
import { DeadlineService } from '../../support/deadlines';
import { Notifications } from '../../support/notifications';
import { ReferenceData } from '../../support/reference';
import { ARRIVAL_CLOCK } from './transfer-answers.service';
import { TRANSFER_CLOCK } from './transfer-road';

interface TransferRow {
  readonly id: string;
  readonly district_code: string;
  readonly to_district: string | null;
  readonly transfer_no: string;
  readonly state: string;
  readonly urgency: Urgency;
  readonly case_id: string;
  readonly case_no: string;
  readonly owner_agency_id: string;
  readonly phase: string;
}

/** Across the border only messages go, each handled in the district it is for: nobody writes rows of another district. */
const OVER: Readonly<Record<string, string>> = {
  'transfer.requested': 'transfer.arrived',
  'transfer.withdrawn': 'transfer.recalled',
  'transfer.replied': 'transfer.answer-arrived',
};

/** Rings on the other side: the receiver gets a clock and a notice, the sender the answer. Tolerates any order and any repeat. */
@Injectable()
export class TransferMessages implements MessageHandler, OnModuleInit {
  readonly name = 'transfers.border';
  readonly messages = [...Object.keys(OVER), ...Object.values(OVER)];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly outbox: Outbox,
    private readonly deadlines: DeadlineService,
    private readonly notifications: Notifications,
    private readonly reference: ReferenceData,
    private readonly log: CaseLog,
  ) {}

  onModuleInit(): void {
    this.registry.declare(...this.messages);
    this.registry.declareBroadcast('transfer.answered');
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [transfer] = await tx.query<TransferRow>(
      `SELECT t.id, t.district_code, t.to_district, t.transfer_no, t.state, t.urgency, t.case_id, c.case_no, c.owner_agency_id, c.phase
         FROM case_transfer t JOIN case_file c ON c.id = t.case_id WHERE t.id = $1`,
      [message.subjectId],
    );
    if (transfer?.to_district == null) return;
    const over = OVER[message.name];
    if (over !== undefined) {
      const districtCode =
        message.name === 'transfer.replied' ? transfer.district_code : transfer.to_district;
      this.outbox.add(tx, {
        name: over,
        subjectId: transfer.id,
        payload: { transferId: transfer.id },
        districtCode,
      });
      return;
    }
    if (message.name === 'transfer.arrived') await this.arrived(tx, transfer, message.id);
    else if (message.name === 'transfer.recalled') await this.recalled(tx, transfer, message.id);
    else await this.answered(tx, transfer, message.id);
  }

  /** In the receiver's district. */
  private async arrived(tx: Tx, transfer: TransferRow, messageId: string): Promise<void> {
    const [intake] = this.reference.agenciesOfKind(tx.actor.districtCode, 'intake');
    if (intake === undefined || transfer.state !== 'requested') return;
    const [running] = await tx.query(
      `SELECT 1 FROM deadline WHERE rule_id = $1 AND subject_id = $2 AND state = 'running'`,
      [ARRIVAL_CLOCK, transfer.id],
    );
    if (running === undefined)
      this.deadlines.open(tx, {
        ruleId: ARRIVAL_CLOCK,
        subjectKind: 'case_transfer',
        subjectId: transfer.id,
        number: transfer.transfer_no,
        urgency: transfer.urgency,
        ownerAgencyId: intake.id,
        escalationAgencyId: this.reference.supervisorOf(intake.id),
      });
    await this.tellReceiver(tx, transfer, intake.id, 'transfer.incoming', messageId);
  }

  private async recalled(tx: Tx, transfer: TransferRow, messageId: string): Promise<void> {
    const [intake] = this.reference.agenciesOfKind(tx.actor.districtCode, 'intake');
    await this.deadlines.cancelAll(tx, transfer.id);
    if (intake !== undefined)
      await this.tellReceiver(tx, transfer, intake.id, 'transfer.recalled', messageId);
  }

  private async tellReceiver(
    tx: Tx,
    transfer: TransferRow,
    agencyId: string,
    kind: string,
    messageId: string,
  ): Promise<void> {
    await this.notifications.send(tx, {
      agencyId,
      kind,
      subjectKind: 'case_transfer',
      subjectId: transfer.id,
      number: transfer.transfer_no,
      urgency: transfer.urgency,
      dedupeKey: `${messageId}:${this.name}`,
    });
  }

  /** In the sender's district: the timeline, a fresh clock for the decision that is the sender's now, the notice. */
  private async answered(tx: Tx, transfer: TransferRow, messageId: string): Promise<void> {
    const isNew = await this.notifications.send(tx, {
      agencyId: transfer.owner_agency_id,
      kind: 'case.transfer',
      subjectKind: 'case',
      subjectId: transfer.case_id,
      number: transfer.case_no,
      urgency: transfer.urgency,
      dedupeKey: `${messageId}:${this.name}`,
    });
    if (!isNew) return;
    await this.log.record(tx, {
      action: 'transfer.answered',
      caseId: transfer.case_id,
      data: { state: transfer.state },
    });
    if (transfer.phase !== 'transferring') return;
    await this.deadlines.close(tx, TRANSFER_CLOCK, transfer.id);
    this.deadlines.open(tx, {
      ruleId: TRANSFER_CLOCK,
      subjectKind: 'case',
      subjectId: transfer.id,
      caseId: transfer.case_id,
      number: transfer.case_no,
      urgency: transfer.urgency,
      ownerAgencyId: transfer.owner_agency_id,
      escalationAgencyId: this.reference.supervisorOf(transfer.owner_agency_id),
    });
  }
}
