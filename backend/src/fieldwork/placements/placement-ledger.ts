import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { ActionRefused, type LocalDate } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { CareClocks } from './care-clocks';
import type { CareExit } from './care-exit.rules';
import type { PlacementKind } from './placement.rules';

export interface OpenPlacement {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly basis: string;
  readonly agencyId: string | null;
  readonly startedOn: LocalDate;
}

export interface RunningCustody {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly startedOn: LocalDate;
}

/** What ends, when, why, and what a person wrote about it. */
export interface CareEnd {
  readonly endedOn: LocalDate;
  readonly reason: CareExit;
  readonly body: object;
}

/** Agencies that keep a child work on its case; a hospital or school only learns who the child is (LetHostsReadNoFile). */
const KEEPERS: ReadonlySet<string> = new Set(['shelter', 'welfare_home']);

/** How long an agency that gave a child back itself still sees the case (D). */
const PAPERS_MS = 86_400_000;

/** The rows of care that run now, and how they end: row, clocks and the sight of whoever kept the child. */
@Injectable()
export class PlacementLedger {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CareClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async openPlacement(tx: Tx, caseId: string): Promise<OpenPlacement | undefined> {
    const [row] = await tx.query<OpenPlacement>(
      `SELECT id, kind, basis, agency_id AS "agencyId", started_on::text AS "startedOn" FROM placement WHERE case_id = $1 AND ended_on IS NULL`,
      [caseId],
    );
    return row;
  }

  /** @throws ActionRefused 409 when somebody else ended it meanwhile */
  async requirePlacement(tx: Tx, caseId: string): Promise<OpenPlacement> {
    const placement = await this.openPlacement(tx, caseId);
    if (placement === undefined) throw new ActionRefused('孩子现在没有安置记录。');
    return placement;
  }

  /** @throws ActionRefused 409 when somebody else ended it meanwhile */
  async requireCustody(tx: Tx, caseId: string): Promise<RunningCustody> {
    const custody = await this.runningCustody(tx, caseId);
    if (custody === undefined) throw new ActionRefused('没有正在进行的临时监护。');
    return custody;
  }

  async runningCustody(tx: Tx, caseId: string): Promise<RunningCustody | undefined> {
    const [row] = await tx.query<RunningCustody>(
      `SELECT id, reasons, started_on::text AS "startedOn" FROM custody WHERE case_id = $1 AND ended_on IS NULL`,
      [caseId],
    );
    return row;
  }

  /** The agency that receives the child sees its case until the placement ends. */
  async letSee(tx: Tx, caseId: string, agencyId: string): Promise<void> {
    await this.cases.grant(tx, caseId, agencyId, this.reasonOf(agencyId));
  }

  /** Ends a placement. Its clocks stop, and the agency that kept the child no longer sees the case: this comes last. */
  async endPlacement(tx: Tx, locked: LockedCase, placement: OpenPlacement, end: CareEnd): Promise<void> {
    const body = await this.crypto.encryptJson(locked.childId, 'placement.end_body', placement.id, end.body);
    await tx.execute(
      'UPDATE placement SET ended_on = $2, end_reason = $3, end_body = $4, ended_by = $5 WHERE id = $1 AND ended_on IS NULL',
      [placement.id, end.endedOn, end.reason, body, tx.actor.userId],
    );
    await this.clocks.cancel(tx, placement.id);
    if (placement.agencyId === null) return;
    // Whoever ends it from inside the agency still has its papers to write, and an answer to read.
    const until = placement.agencyId === tx.actor.agencyId ? new Date(tx.now.getTime() + PAPERS_MS) : tx.now;
    await tx.execute(
      `UPDATE case_access SET valid_until = $4 WHERE case_id = $1 AND principal_id = $2 AND reason = $3 AND (valid_until IS NULL OR valid_until > $4)`,
      [locked.id, placement.agencyId, this.reasonOf(placement.agencyId), until],
    );
  }

  async endCustody(tx: Tx, locked: LockedCase, custody: RunningCustody, end: CareEnd): Promise<void> {
    const body = await this.crypto.encryptJson(locked.childId, 'custody.end_body', custody.id, end.body);
    await tx.execute(
      'UPDATE custody SET ended_on = $2, end_reason = $3, end_body = $4, ended_by = $5 WHERE id = $1 AND ended_on IS NULL',
      [custody.id, end.endedOn, end.reason, body, tx.actor.userId],
    );
    await this.clocks.close(tx, 'custodyCeiling', custody.id);
  }

  private reasonOf(agencyId: string): 'placement' | 'hosting' {
    return KEEPERS.has(this.reference.agency(agencyId)?.kind ?? '') ? 'placement' : 'hosting';
  }
}
