import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { RecordVisitRequest } from './dto/record-visit.request';
import { VisitEntity } from './entities';
import { splitVisit } from './visit-record';
import { visitErrors } from './visit.rules';

/** 走访: what somebody saw of the child (D16). Recording one changes no version of the case. */
@Injectable()
export class VisitService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Records a visit. Seeing the child stops the first-contact clock and starts the next round; a visit without the child
   * leaves both running.
   * @throws InvalidInput 422, ActionRefused 409
   */
  async record(tx: Tx, locked: LockedCase, dto: RecordVisitRequest): Promise<void> {
    this.reference.requireCode('VISIT_TYPES', dto.visitType, 'visitType');
    const errors = visitErrors(dto, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, {
      action: 'record-visit',
      data: { visitType: dto.visitType, seenChild: dto.seenChild },
    });
    await this.store(tx, locked, dto);
    if (!dto.seenChild) return;
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.firstContact);
    await this.clocks.renew(tx, locked, CASE_CLOCKS.visitRhythm);
    await this.clocks.visitedAfterReturn(tx, locked);
  }

  /** Ratings stay countable; whatever a person wrote is encrypted. */
  private async store(tx: Tx, locked: LockedCase, dto: RecordVisitRequest): Promise<void> {
    const id = newId(tx.now.getTime());
    const { items, body } = splitVisit(dto);
    tx.insert(VisitEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      visitType: dto.visitType,
      visitedAt: new Date(dto.visitedAt),
      seenChild: dto.seenChild,
      spokeAlone: dto.spokeAlone,
      guardianPresent: dto.guardianPresent,
      items,
      body: await this.crypto.encryptJson(locked.childId, 'visit.body', id, body),
      nextDueOn: dto.nextDueOn ?? null,
      visitedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}
