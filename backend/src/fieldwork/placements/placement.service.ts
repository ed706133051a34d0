import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase, mayGoHome, requireSound } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { CareClocks } from './care-clocks';
import { exitErrors } from './care-exit.rules';
import { isBlameless } from './custody.rules';
import type {
  EndPlacementRequest,
  MovePlacementRequest,
  PlaceChildRequest,
  ReviewPlacementRequest,
} from './dto/placement.request';
import { PlacementEntity, PlacementReviewEntity } from './entities';
import { type OpenPlacement, PlacementLedger } from './placement-ledger';
import { isFamily, PLACEMENT_KINDS, placementErrors, reviewErrors } from './placement.rules';

const NOT_HERE = '该单位不能接收这个孩子，请另选';

/** 安置: where the child stays, from the first night until it leaves (D09; 未成年人保护法93). */
@Injectable()
export class PlacementService {
  constructor(
    private readonly cases: CaseService,
    private readonly ledger: PlacementLedger,
    private readonly clocks: CareClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 安置孩子. @throws InvalidInput 422 for carer, agency or basis; ActionRefused 409 before the doctor (先医后置) */
  async place(tx: Tx, locked: LockedCase, dto: PlaceChildRequest): Promise<void> {
    requireSound(placementErrors(dto, tx.now));
    await this.cases.apply(tx, locked, {
      action: 'place-child',
      data: { kind: dto.kind, basis: dto.basis },
    });
    await this.start(tx, locked, dto);
  }

  /** 变更安置: the child leaves the old place on the day the new one begins. */
  async move(tx: Tx, locked: LockedCase, dto: MovePlacementRequest): Promise<void> {
    requireSound(placementErrors(dto, tx.now));
    await this.cases.apply(tx, locked, {
      action: 'move-placement',
      data: { kind: dto.kind, basis: dto.basis },
    });
    const left = await this.ledger.requirePlacement(tx, locked.id);
    if (dto.startedOn < left.startedOn)
      throw new InvalidInput({ startedOn: ['不能早于现在这次安置开始的日期'] });
    await this.ledger.endPlacement(tx, locked, left, {
      endedOn: dto.startedOn,
      reason: 'CHANGED',
      body: { note: dto.moveReason },
    });
    await this.start(tx, locked, dto);
  }

  /** 安置复核: seen where it lives, the child sets the next day; not seen, the clock runs on. */
  async review(tx: Tx, locked: LockedCase, dto: ReviewPlacementRequest): Promise<void> {
    requireSound(reviewErrors(dto, tx.now));
    await this.cases.apply(tx, locked, {
      action: 'review-placement',
      data: { seenChild: dto.seenChild, suitable: dto.suitable, carerFit: dto.carerFit },
    });
    const placement = await this.ledger.requirePlacement(tx, locked.id);
    await this.storeReview(tx, locked, placement.id, dto);
    if (!dto.seenChild) return;
    await tx.execute('UPDATE placement SET next_review_on = $2 WHERE id = $1', [
      placement.id,
      dto.nextReviewOn,
    ]);
    const byCivilAffairs = isByCivilAffairs(placement);
    await this.clocks.review(
      tx,
      locked,
      { id: placement.id, nextReviewOn: dto.nextReviewOn, byCivilAffairs },
      'later',
    );
  }

  /** 结束安置 for another reason than going home. @throws InvalidInput 422 when a parent would get the child without a conclusion */
  async end(tx: Tx, locked: LockedCase, dto: EndPlacementRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'end-placement', data: { reason: dto.reason } });
    const placement = await this.ledger.requirePlacement(tx, locked.id);
    const custody = await this.ledger.runningCustody(tx, locked.id);
    const facts = {
      startedOn: placement.startedOn,
      mayGoHome: mayGoHome(locked.facts),
      blameless: !locked.facts.guardianSuspected && isBlameless(custody?.reasons ?? []),
    };
    requireSound(exitErrors(dto, facts, tx.now));
    const { note, childOpinion, noOpinionReason } = dto;
    await this.ledger.endPlacement(tx, locked, placement, {
      endedOn: dto.endedOn,
      reason: dto.reason,
      body: { note, childOpinion, noOpinionReason },
    });
  }

  private async start(tx: Tx, locked: LockedCase, dto: PlaceChildRequest): Promise<void> {
    await this.requireBasis(tx, locked, dto);
    const agencyId = isFamily(dto.kind) ? null : await this.receiver(tx, locked, dto);
    const id = newId(tx.now.getTime());
    tx.insert(PlacementEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      kind: dto.kind,
      basis: dto.basis,
      agencyId,
      carerChecks: { ...dto.carerChecks },
      ...(await this.sealed(locked, id, dto)),
      startedOn: dto.startedOn,
      plannedEndOn: dto.plannedEndOn ?? null,
      nextReviewOn: dto.nextReviewOn,
      placedBy: tx.actor.userId,
      placedAt: tx.now,
    });
    if (agencyId !== null) await this.ledger.letSee(tx, locked.id, agencyId);
    const byCivilAffairs = isByCivilAffairs(dto);
    await this.clocks.review(tx, locked, { id, nextReviewOn: dto.nextReviewOn, byCivilAffairs }, 'first');
  }

  /** The basis is on record: a decision of custody, or a hand-over by the police. */
  private async requireBasis(tx: Tx, locked: LockedCase, { basis }: PlaceChildRequest): Promise<void> {
    if (basis === 'CUSTODY' && !locked.facts.custodyRunning)
      throw new InvalidInput({ basis: ['没有正在进行的临时监护，请先由民政局作出决定'] });
    if (basis !== 'POLICE') return;
    const taken = await tx.query(
      `SELECT 1 FROM handover WHERE case_id = $1 AND from_party = 'POLICE' LIMIT 1`,
      [locked.id],
    );
    if (taken.length === 0) throw new InvalidInput({ basis: ['还没有公安的护送交接记录，请先登记护送交接'] });
  }

  /** An agency of this system, of the right kind, that may know of the child (谁不能知道); null outside the system. */
  private async receiver(
    tx: Tx,
    locked: LockedCase,
    { kind, agencyId }: PlaceChildRequest,
  ): Promise<string | null> {
    if (agencyId === undefined) return null;
    const agency = this.reference.requireAgency(tx.actor.districtCode, agencyId, 'agencyId');
    if (agency.kind !== PLACEMENT_KINDS[kind])
      throw new InvalidInput({ agencyId: ['接收单位和安置方式不一致，请核对'] });
    if ((await this.cases.excludedAmong(tx, locked.id, [agencyId])).size > 0)
      throw new InvalidInput({ agencyId: [NOT_HERE] });
    return agencyId;
  }

  private async sealed(
    locked: LockedCase,
    id: string,
    dto: PlaceChildRequest,
  ): Promise<{ place: Buffer; body: Buffer }> {
    const { agencyName, carerName, carerRelation, carerPhone, address } = dto;
    const { reason, consentBy, childOpinion, noOpinionReason } = dto;
    const place = isFamily(dto.kind)
      ? { carerName, carerRelation, carerPhone, address }
      : { agencyName, address };
    const body = {
      reason,
      consentBy: dto.basis === 'CONSENT' ? consentBy : undefined,
      childOpinion,
      noOpinionReason,
    };
    return {
      place: await this.crypto.encryptJson(locked.childId, 'placement.place', id, place),
      body: await this.crypto.encryptJson(locked.childId, 'placement.body', id, body),
    };
  }

  private async storeReview(
    tx: Tx,
    locked: LockedCase,
    placementId: string,
    dto: ReviewPlacementRequest,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    const { findings, childOpinion, noOpinionReason } = dto;
    tx.insert(PlacementReviewEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      placementId,
      reviewedAt: new Date(dto.reviewedAt),
      seenChild: dto.seenChild,
      suitable: dto.suitable,
      carerFit: dto.carerFit,
      nextReviewOn: dto.nextReviewOn,
      body: await this.crypto.encryptJson(locked.childId, 'placement_review.body', id, {
        findings,
        childOpinion,
        noOpinionReason,
      }),
      reviewedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}

/** In custody, or kept by an agency: civil affairs answers for it (未成年人保护法93). */
function isByCivilAffairs({ kind, basis }: Pick<OpenPlacement, 'kind' | 'basis'>): boolean {
  return basis === 'CUSTODY' || !isFamily(kind);
}
