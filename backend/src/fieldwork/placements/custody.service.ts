import { Injectable } from '@nestjs/common';
import {
  CaseService,
  childVoiceErrors,
  EmergencyOpening,
  type LockedCase,
  mayGoHome,
  requireSound,
} from '../../casefile';
import { newId, startOfDay } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CareClocks } from './care-clocks';
import { custodyExitErrors } from './care-exit.rules';
import { custodyErrors, isBlameless } from './custody.rules';
import type { DecideCustodyRequest, EndCustodyRequest, ExtendCustodyRequest } from './dto/custody.request';
import { CustodyEntity, CustodyExtensionEntity } from './entities';
import { PlacementLedger } from './placement-ledger';

/** 临时监护: decided by civil affairs, one at a time, looked at again after a year (未成年人保护法92–93; 24号15). */
@Injectable()
export class CustodyService {
  constructor(
    private readonly cases: CaseService,
    private readonly emergency: EmergencyOpening,
    private readonly ledger: PlacementLedger,
    private readonly clocks: CareClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 决定临时监护 (D08). A situation of article 92 in which the child has no place yet is an emergency (domain §3.3). */
  async decide(tx: Tx, locked: LockedCase, dto: DecideCustodyRequest): Promise<void> {
    requireSound(custodyErrors(dto, tx.now));
    await this.cases.apply(tx, locked, {
      action: 'decide-custody',
      data: { reasons: dto.reasons, guardianTold: dto.guardianTold },
    });
    const id = newId(tx.now.getTime());
    const { facts, guardianNotice, childOpinion, noOpinionReason } = dto;
    tx.insert(CustodyEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      reasons: dto.reasons,
      startedOn: dto.startedOn,
      guardianTold: dto.guardianTold,
      body: await this.crypto.encryptJson(locked.childId, 'custody.body', id, {
        facts,
        guardianNotice,
        childOpinion,
        noOpinionReason,
      }),
      decidedBy: tx.actor.userId,
      decidedAt: tx.now,
    });
    await this.clocks.custody(tx, locked, id, startOfDay(dto.startedOn));
    if (locked.facts.openPlacements > 0) return;
    await this.emergency.ensure(tx, locked, {
      note: '已决定临时监护，孩子还没有安置。',
      data: { trigger: 'CUSTODY', reasons: dto.reasons },
    });
  }

  /** 延长临时监护: a conference and a leader's reason; the ceiling is counted anew. */
  async extend(tx: Tx, locked: LockedCase, dto: ExtendCustodyRequest): Promise<void> {
    requireSound(childVoiceErrors(dto));
    await this.cases.apply(tx, locked, { action: 'extend-custody' });
    const custody = await this.ledger.requireCustody(tx, locked.id);
    const id = newId(tx.now.getTime());
    const { leaderName, reason, childOpinion, noOpinionReason } = dto;
    tx.insert(CustodyExtensionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      custodyId: custody.id,
      body: await this.crypto.encryptJson(locked.childId, 'custody_extension.body', id, {
        leaderName,
        reason,
        childOpinion,
        noOpinionReason,
      }),
      extendedBy: tx.actor.userId,
      extendedAt: tx.now,
    });
    await this.clocks.custody(tx, locked, custody.id, tx.now);
  }

  /** 结束临时监护. @throws InvalidInput 422 when a parent would get the child without a conclusion (24号19) */
  async end(tx: Tx, locked: LockedCase, dto: EndCustodyRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'end-custody', data: { reason: dto.reason } });
    const custody = await this.ledger.requireCustody(tx, locked.id);
    const facts = {
      startedOn: custody.startedOn,
      mayGoHome: mayGoHome(locked.facts),
      blameless: !locked.facts.guardianSuspected && isBlameless(custody.reasons),
    };
    requireSound(custodyExitErrors(dto, facts, tx.now));
    const { note, childOpinion, noOpinionReason, longTermGround, judgmentNo } = dto;
    await this.ledger.endCustody(tx, locked, custody, {
      endedOn: dto.endedOn,
      reason: dto.reason,
      body: { note, childOpinion, noOpinionReason, longTermGround, judgmentNo },
    });
  }
}
