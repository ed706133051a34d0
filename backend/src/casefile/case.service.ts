import { Injectable } from '@nestjs/common';
import { type AllowedAction, moreUrgent, newId, NotVisible, type Urgency } from '../kernel';
import { type Tx, visibility } from '../platform/database';
import { AuditLog } from '../support/audit';
import { roleMay } from '../support/access';
import { CaseFactSources } from './case-facts';
import { CaseLog, type LoggedAction } from './case-log';
import { CASE_ACTION_PERMISSIONS, partMay } from './case.policy';
import {
  type CaseActionName,
  type CasePhase,
  type CaseStage,
  caseWorkflow,
  ENDED_PHASES,
  type RiskLevel,
} from './case.workflow';
import { CaseAccessEntity, CaseStageEntity } from './entities';
import type { LockedCase } from './locked-case';
import { PhaseEffects } from './phase-effects';

export type { LockedCase } from './locked-case';

export interface CaseCommand extends Omit<LoggedAction, 'action' | 'caseId' | 'keyId' | 'from' | 'to'> {
  readonly action: CaseActionName;
}

interface CaseRow {
  id: string;
  case_no: string;
  child_id: string;
  incident_id: string;
  phase: CasePhase;
  urgency: Urgency;
  region_code: string | null;
  owner_agency_id: string;
  worker_agency_id: string | null;
  worker_user_id: string | null;
}

/** The one owner of a case's phase and stages: lock through the visibility rule, check the table, write, record. */
@Injectable()
export class CaseService {
  constructor(
    private readonly factSources: CaseFactSources,
    private readonly log: CaseLog,
    private readonly audit: AuditLog,
    private readonly effects: PhaseEffects,
  ) {}

  /** Locks the case of an actor who works on it; for an action marked `byHolders`, of whoever sees it. @throws NotVisible 404 */
  async lock(tx: Tx, caseId: string, byHolders = false): Promise<LockedCase> {
    const works = byHolders ? '' : ` AND ${visibility.casework('c')}`;
    const [row] = await tx.query<CaseRow>(
      `SELECT c.* FROM case_file c WHERE c.id = $1 AND ${visibility.case('c')}${works} FOR NO KEY UPDATE OF c`,
      [caseId],
    );
    if (row === undefined) {
      await this.audit.refused(tx.ctx, 'case.lock', { subjectKind: 'case', subjectId: caseId });
      throw new NotVisible();
    }
    const facts = await this.factSources.collect(tx, caseId);
    return {
      id: row.id,
      caseNo: row.case_no,
      childId: row.child_id,
      incidentId: row.incident_id,
      phase: row.phase,
      urgency: row.urgency,
      regionCode: row.region_code,
      ownerAgencyId: row.owner_agency_id,
      workerAgencyId: row.worker_agency_id,
      workerUserId: row.worker_user_id,
      facts,
    };
  }

  /**
   * Takes a locked case through one action of its table and records it (timeline, audit, outbox); what a change of phase
   * means to other rooms happens in the same transaction (PhaseEffects).
   * @throws ActionRefused 409 with the reason and what is possible now
   */
  async apply(tx: Tx, locked: LockedCase, command: CaseCommand): Promise<CasePhase> {
    const { action, ...entry } = command;
    if (!partMay(action, locked.facts.part)) throw new NotVisible();
    const phase = caseWorkflow.next(action, locked.phase, locked.facts);
    await tx.execute(
      `UPDATE case_file SET phase = $2::text, updated_at = $3::timestamptz,
              closed_at = CASE WHEN $2 = ANY ($4) THEN coalesce(closed_at, $3::timestamptz) WHEN $2 = 'frozen' THEN closed_at END
        WHERE id = $1`,
      [locked.id, phase, tx.now, ENDED_PHASES],
    );
    await this.log.record(tx, {
      ...entry,
      action: `case.${action}`,
      caseId: locked.id,
      keyId: locked.childId,
      ...(phase === locked.phase ? {} : { from: locked.phase, to: phase }),
    });
    if (phase !== locked.phase) await this.effects.run(tx, locked, { action, from: locked.phase, to: phase });
    return phase;
  }

  /** Those of the principals who must not know of the case (谁不能知道). */
  async excludedAmong(tx: Tx, caseId: string, principalIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      'SELECT principal_id AS id FROM case_exclusion WHERE case_id = $1 AND principal_id = ANY ($2)',
      [caseId, principalIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Opens a stage unless it is open. */
  openStage(tx: Tx, locked: Pick<LockedCase, 'id' | 'facts'>, stage: CaseStage): void {
    if (locked.facts.openStages.includes(stage)) return;
    tx.insert(CaseStageEntity, {
      id: newId(tx.now.getTime()),
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      stage,
      openedAt: tx.now,
    });
  }

  async closeStage(tx: Tx, caseId: string, stage: CaseStage): Promise<void> {
    await tx.execute(
      'UPDATE case_stage SET closed_at = $3 WHERE case_id = $1 AND stage = $2 AND closed_at IS NULL',
      [caseId, stage, tx.now],
    );
  }

  async setRisk(tx: Tx, caseId: string, level: RiskLevel): Promise<void> {
    await tx.execute('UPDATE case_file SET risk_level = $2 WHERE id = $1', [caseId, level]);
  }

  /** Raises the urgency; a lesser one changes nothing. Returns the urgency the case has now. */
  async raiseUrgency(tx: Tx, locked: Pick<LockedCase, 'id' | 'urgency'>, urgency: Urgency): Promise<Urgency> {
    const raised = moreUrgent(locked.urgency, urgency);
    if (raised !== locked.urgency) await this.setUrgency(tx, locked.id, raised);
    return raised;
  }

  /** The urgency from now on, up or down; whoever calls has checked what stands against it. */
  async setUrgency(tx: Tx, caseId: string, urgency: Urgency): Promise<void> {
    await tx.execute('UPDATE case_file SET urgency = $2, urgency_since = $3 WHERE id = $1', [
      caseId,
      urgency,
      tx.now,
    ]);
  }

  /** Lets a person or an agency see the case, for a reason that is kept; an earlier sight for the same reason is revived. */
  async grant(tx: Tx, caseId: string, principalId: string, reason: string): Promise<void> {
    const revived = await tx.execute(
      'UPDATE case_access SET valid_until = NULL, valid_from = $4 WHERE case_id = $1 AND principal_id = $2 AND reason = $3',
      [caseId, principalId, reason, tx.now],
    );
    if (revived > 0) return;
    tx.insert(CaseAccessEntity, {
      caseId,
      principalId,
      districtCode: tx.actor.districtCode,
      reason,
      validFrom: tx.now,
    });
  }

  /**
   * The buttons of an actor: what role, table and guards allow, with the reason where a guard refuses. Who does not work on
   * the case has only those of holders, and no list of what is not possible.
   */
  async allowedActions(tx: Tx, caseId: string, phase: CasePhase): Promise<AllowedAction[]> {
    const facts = await this.factSources.collect(tx, caseId);
    return caseWorkflow.allowed(phase, facts).filter(({ action, reason }) => {
      const name = action as CaseActionName;
      const mine = partMay(name, facts.part) && (facts.part === 'works' || reason === undefined);
      return mine && roleMay(tx.actor.role, CASE_ACTION_PERMISSIONS[name]);
    });
  }
}
