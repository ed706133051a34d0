import { Injectable } from '@nestjs/common';
import {
  CaseService,
  childVoiceErrors,
  type LockedCase,
  pastInstantErrors,
  requireSound,
} from '../../casefile';
import { localDate, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CareClocks } from './care-clocks';
import type { NotifyReturnRequest, ReturnHomeRequest } from './dto/handover.request';
import { ReturnNoticeEntity } from './entities';
import { HandoverService } from './handover.service';
import { PlacementLedger } from './placement-ledger';
import { isFamily } from './placement.rules';

/** 送回: only after a conference said so; until then the child is not handed to the guardian (未成年人保护法93; 24号19). */
@Injectable()
export class ReturnHomeService {
  constructor(
    private readonly cases: CaseService,
    private readonly ledger: PlacementLedger,
    private readonly handovers: HandoverService,
    private readonly clocks: CareClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 通知监护人领回 (D14): three days from the notice; a further notice starts them again. */
  async notify(tx: Tx, locked: LockedCase, dto: NotifyReturnRequest): Promise<void> {
    requireSound({ ...pastInstantErrors('notifiedAt', dto.notifiedAt, tx.now), ...childVoiceErrors(dto) });
    await this.cases.apply(tx, locked, { action: 'notify-return' });
    const placement = await this.ledger.requirePlacement(tx, locked.id);
    const id = newId(tx.now.getTime());
    const { guardianName, conditions, followUpPlan, childOpinion, noOpinionReason } = dto;
    const notifiedAt = new Date(dto.notifiedAt);
    tx.insert(ReturnNoticeEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      placementId: placement.id,
      notifiedAt,
      body: await this.crypto.encryptJson(locked.childId, 'return_notice.body', id, {
        guardianName,
        conditions,
        followUpPlan,
        childOpinion,
        noOpinionReason,
      }),
      notifiedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    await this.clocks.collect(tx, locked, placement.id, notifiedAt);
  }

  /** 送回监护人: the hand-over ends placement and custody, and starts the visits after it (DL-046). */
  async returnHome(tx: Tx, locked: LockedCase, dto: ReturnHomeRequest): Promise<void> {
    requireSound({ ...pastInstantErrors('handedAt', dto.handedAt, tx.now), ...childVoiceErrors(dto) });
    await this.cases.apply(tx, locked, { action: 'return-home' });
    const placement = await this.ledger.requirePlacement(tx, locked.id);
    const handedAt = new Date(dto.handedAt);
    const endedOn = localDate(handedAt);
    if (endedOn < placement.startedOn) requireSound({ handedAt: ['不能早于安置开始的日期'] });
    await this.handovers.store(tx, locked, dto, {
      fromParty: isFamily(placement.kind) ? 'CARER' : 'AGENCY',
      toParty: 'GUARDIAN',
      guardianInformed: true,
      rightsNotice: false,
      commitment: dto.commitment,
    });
    const end = { endedOn, reason: 'RETURNED', body: {} } as const;
    await this.clocks.close(tx, 'collect', placement.id);
    const custody = await this.ledger.runningCustody(tx, locked.id);
    if (custody !== undefined) await this.ledger.endCustody(tx, locked, custody, end);
    await this.ledger.endPlacement(tx, locked, placement, end);
    this.clocks.afterReturn(tx, locked, placement.id, handedAt);
  }
}
