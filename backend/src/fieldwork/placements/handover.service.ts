import { Injectable } from '@nestjs/common';
import {
  CaseService,
  EmergencyOpening,
  type LockedCase,
  mayGoHome,
  pastInstantErrors,
  requireSound,
} from '../../casefile';
import { WorkOrderQueries } from '../../desk/coordination';
import { newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { CareClocks } from './care-clocks';
import type { HandoverPaper, RecordHandoverRequest, RecordPoliceReportRequest } from './dto/handover.request';
import { HandoverEntity, PoliceStatementEntity } from './entities';
import { handoverErrors, type HandoverFrom, type HandoverTo } from './handover.rules';

interface Parties {
  readonly fromParty: HandoverFrom;
  readonly toParty: HandoverTo;
  readonly guardianInformed: boolean;
  readonly rightsNotice: boolean;
  readonly reason?: string;
  readonly commitment?: string;
}

/** 护送交接: who gave the child to whom, signed by both; the police then say how their case stands (24号11, 13). */
@Injectable()
export class HandoverService {
  constructor(
    private readonly cases: CaseService,
    private readonly emergency: EmergencyOpening,
    private readonly clocks: CareClocks,
    private readonly orders: WorkOrderQueries,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 登记护送交接 (D07). A child the police take away is an emergency (domain §3.3). */
  async record(tx: Tx, locked: LockedCase, dto: RecordHandoverRequest): Promise<void> {
    const inCare = locked.facts.custodyRunning || locked.facts.openPlacements > 0;
    requireSound(handoverErrors(dto, { inCare, mayGoHome: mayGoHome(locked.facts) }, tx.now));
    await this.cases.apply(tx, locked, {
      action: 'record-handover',
      data: { fromParty: dto.fromParty, rightsNotice: dto.rightsNotice },
    });
    const id = await this.store(tx, locked, dto, dto);
    if (dto.fromParty !== 'POLICE') return;
    const policeId = await this.orders.holderOfKind(tx, locked.id, 'police');
    this.clocks.policeStatement(tx, locked, { id, at: new Date(dto.handedAt), policeId });
    await this.emergency.ensure(tx, locked, {
      note: '公安已带离孩子并移交。',
      data: { trigger: 'POLICE_TAKEN' },
    });
  }

  /** 登记公安案件情况说明: answers every hand-over that waits for one. */
  async recordPoliceReport(tx: Tx, locked: LockedCase, dto: RecordPoliceReportRequest): Promise<void> {
    this.reference.requireCode('POLICE_OUTCOMES', dto.outcome, 'outcome');
    requireSound(pastInstantErrors('receivedAt', dto.receivedAt, tx.now));
    await this.cases.apply(tx, locked, { action: 'record-police-report', data: { outcome: dto.outcome } });
    const id = newId(tx.now.getTime());
    const { documentNo, summary } = dto;
    tx.insert(PoliceStatementEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      receivedAt: new Date(dto.receivedAt),
      outcome: dto.outcome,
      body: await this.crypto.encryptJson(locked.childId, 'police_statement.body', id, {
        documentNo,
        summary,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    const waiting = await tx.query<{ id: string }>(
      `SELECT id FROM handover WHERE case_id = $1 AND from_party = 'POLICE' AND police_statement_id IS NULL`,
      [locked.id],
    );
    for (const handover of waiting) {
      await tx.execute('UPDATE handover SET police_statement_id = $2 WHERE id = $1', [handover.id, id]);
      await this.clocks.close(tx, 'policeStatement', handover.id);
    }
  }

  /** The paper itself, also of a return home. Returns its id. */
  async store(tx: Tx, locked: LockedCase, paper: HandoverPaper, parties: Parties): Promise<string> {
    const id = newId(tx.now.getTime());
    const { place, receivedBy, handedBy, health, belongings, childOpinion, noOpinionReason } = paper;
    const { reason, commitment } = parties;
    tx.insert(HandoverEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      fromParty: parties.fromParty,
      toParty: parties.toParty,
      handedAt: new Date(paper.handedAt),
      rightsNotice: parties.rightsNotice,
      guardianInformed: parties.guardianInformed,
      policeStatementId: null,
      place: await this.crypto.encryptJson(locked.childId, 'handover.place', id, { place, receivedBy }),
      body: await this.crypto.encryptJson(locked.childId, 'handover.body', id, {
        handedBy,
        reason,
        health,
        belongings,
        commitment,
        childOpinion,
        noOpinionReason,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    return id;
  }
}
