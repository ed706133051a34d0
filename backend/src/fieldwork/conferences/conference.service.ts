import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { ConferenceClocks } from './conference-clocks';
import { concludeErrors, conveneErrors } from './conference.rules';
import type {
  CancelConferenceRequest,
  CompleteTaskRequest,
  ConcludeConferenceRequest,
  ConferenceSeatRequest,
  ConferenceTaskRequest,
  ConveneConferenceRequest,
} from './dto/conference.request';
import { ConferenceEntity, ConferenceParticipantEntity, ConferenceTaskEntity } from './entities';

interface SeatRow {
  id: string;
  agency_id: string | null;
  body: Buffer;
}

/** What a seat holds in words: who, when it is no agency, and the opinion. */
export interface SeatBody {
  readonly name?: string;
  readonly opinion?: string;
}

/** How long an agency may still read what it filed after its last task (D). */
const TASK_READS_MS = 7 * 86_400_000;

/** 会商: called, concluded once, and done when its tasks are (24号文 19; D13). One is open at a time. */
@Injectable()
export class ConferenceService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: ConferenceClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 召集会商: agencies that are called may see the case until the conclusion. @throws InvalidInput 422, ActionRefused 409 */
  async convene(tx: Tx, locked: LockedCase, dto: ConveneConferenceRequest): Promise<void> {
    refuse(conveneErrors(dto, tx.now));
    const agencies = dto.participants.flatMap(({ agencyId }, index) =>
      agencyId === undefined ? [] : [{ agencyId, field: `participants.${index}.agencyId` }],
    );
    await this.requireAgencies(tx, locked, agencies);
    const id = newId(tx.now.getTime());
    await this.cases.apply(tx, locked, {
      action: 'convene-conference',
      note: dto.reason,
      data: { conferenceId: id, participants: dto.participants.length },
    });
    const { reason, place } = dto;
    tx.insert(ConferenceEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      state: 'convened',
      meetsAt: new Date(dto.meetsAt),
      body: await this.crypto.encryptJson(locked.childId, 'conference.body', id, { reason, place }),
      convenedBy: tx.actor.userId,
      convenedAt: tx.now,
    });
    for (const [position, seat] of dto.participants.entries())
      await this.addSeat(tx, locked, id, position, seat);
    await this.clocks.open(tx, locked, id);
  }

  /** 登记会商结论 with each opinion and the tasks. @throws InvalidInput 422, ActionRefused 409 */
  async conclude(tx: Tx, locked: LockedCase, dto: ConcludeConferenceRequest): Promise<void> {
    const id = await this.openId(tx, locked);
    const seats = await tx.query<SeatRow>(
      'SELECT p.id, p.agency_id, p.body FROM conference_participant p WHERE p.conference_id = $1 ORDER BY p.position',
      [id],
    );
    await this.cases.apply(tx, locked, {
      action: 'conclude-conference',
      note: dto.explanation,
      data: { conferenceId: id ?? '', conclusion: dto.conclusion, tasks: dto.tasks.length },
    });
    if (id === undefined) return;
    refuse(
      concludeErrors(
        dto,
        seats.map((seat) => seat.id),
        tx.now,
      ),
    );
    await this.requireAgencies(
      tx,
      locked,
      dto.tasks.map(({ agencyId }, index) => ({ agencyId, field: `tasks.${index}.agencyId` })),
    );
    await this.storeConclusion(tx, locked, id, dto);
    for (const seat of seats) await this.storeOpinion(tx, locked, seat, dto);
    for (const task of dto.tasks) await this.addTask(tx, locked, id, task);
    await this.endSight(tx, locked.id, tx.now);
    await this.clocks.close(tx, id);
  }

  /** 取消会商, also to call it anew for another day. */
  async cancel(tx: Tx, locked: LockedCase, { reason }: CancelConferenceRequest): Promise<void> {
    const id = await this.openId(tx, locked);
    await this.cases.apply(tx, locked, {
      action: 'cancel-conference',
      note: reason,
      data: { conferenceId: id ?? '' },
    });
    if (id === undefined) return;
    await tx.execute(`UPDATE conference SET state = 'cancelled' WHERE id = $1`, [id]);
    await this.endSight(tx, locked.id, tx.now);
    await this.clocks.cancel(tx, id);
  }

  /** 会商任务完成, by who works on the case or by the agency that has the task. @throws InvalidInput 422 */
  async completeTask(tx: Tx, locked: LockedCase, { taskId, result }: CompleteTaskRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'complete-task', data: { taskId } });
    const words = await this.crypto.encrypt(locked.childId, 'conference_task.result', taskId, result);
    const [task] = await tx.query<{ agency_id: string }>(
      `UPDATE conference_task SET state = 'done', done_at = $3, done_by = $4, result = $5
        WHERE id = $1 AND case_id = $2 AND state = 'open' RETURNING agency_id`,
      [taskId, locked.id, tx.now, tx.actor.userId, words],
    );
    if (task === undefined) throw new InvalidInput({ taskId: ['请从本个案尚未完成的会商任务中选择'] });
    await this.endSight(tx, locked.id, new Date(tx.now.getTime() + TASK_READS_MS), task.agency_id);
  }

  private async openId(tx: Tx, locked: LockedCase): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT c.id FROM conference c WHERE c.case_id = $1 AND c.state = 'convened'`,
      [locked.id],
    );
    return row?.id;
  }

  /** Agencies of the district, none of which must not know of the case (谁不能知道). */
  private async requireAgencies(
    tx: Tx,
    locked: LockedCase,
    named: readonly { readonly agencyId: string; readonly field: string }[],
  ): Promise<void> {
    for (const { agencyId, field } of named)
      this.reference.requireAgency(tx.actor.districtCode, agencyId, field);
    const excluded = await this.cases.excludedAmong(
      tx,
      locked.id,
      named.map(({ agencyId }) => agencyId),
    );
    refuse(
      Object.fromEntries(
        named
          .filter(({ agencyId }) => excluded.has(agencyId))
          .map(({ field }) => [field, ['该单位不能知道此案，请改选其他单位']]),
      ),
    );
  }

  private async addSeat(
    tx: Tx,
    locked: LockedCase,
    conferenceId: string,
    position: number,
    { agencyId, name }: ConferenceSeatRequest,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    tx.insert(ConferenceParticipantEntity, {
      id,
      districtCode: tx.actor.districtCode,
      conferenceId,
      caseId: locked.id,
      position,
      agencyId: agencyId ?? null,
      present: null,
      body: await this.crypto.encryptJson(locked.childId, 'conference_participant.body', id, { name }),
    });
    if (agencyId !== undefined) await this.cases.grant(tx, locked.id, agencyId, 'conference');
  }

  private async addTask(
    tx: Tx,
    locked: LockedCase,
    conferenceId: string,
    { agencyId, what, dueOn }: ConferenceTaskRequest,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    tx.insert(ConferenceTaskEntity, {
      id,
      districtCode: tx.actor.districtCode,
      conferenceId,
      caseId: locked.id,
      agencyId,
      dueOn,
      state: 'open',
      body: await this.crypto.encryptJson(locked.childId, 'conference_task.body', id, { what }),
    });
    await this.cases.grant(tx, locked.id, agencyId, 'conference');
  }

  private async storeConclusion(
    tx: Tx,
    locked: LockedCase,
    id: string,
    dto: ConcludeConferenceRequest,
  ): Promise<void> {
    const { facts, dissent, explanation, confidentiality, dangerRemoved, guardianAble } = dto;
    const { childOpinion, noOpinionReason } = dto;
    const body = await this.crypto.encryptJson(locked.childId, 'conference.conclusion_body', id, {
      facts,
      dissent,
      explanation,
      confidentiality,
      dangerRemoved,
      guardianAble,
      childOpinion,
      noOpinionReason,
    });
    await tx.execute(
      `UPDATE conference SET state = 'concluded', conclusion = $2, conclusion_body = $3, held_at = $4, concluded_by = $5, concluded_at = $6 WHERE id = $1`,
      [id, dto.conclusion, body, new Date(dto.heldAt), tx.actor.userId, tx.now],
    );
  }

  private async storeOpinion(
    tx: Tx,
    locked: LockedCase,
    seat: SeatRow,
    { opinions }: ConcludeConferenceRequest,
  ): Promise<void> {
    const said = opinions.find(({ participantId }) => participantId === seat.id);
    const column = 'conference_participant.body';
    const { name } = (await this.crypto.decryptJson(locked.childId, column, seat.id, seat.body)) as SeatBody;
    const body = await this.crypto.encryptJson(locked.childId, column, seat.id, {
      name,
      ...(said?.opinion === undefined ? {} : { opinion: said.opinion }),
    });
    await tx.execute('UPDATE conference_participant SET present = $2, body = $3 WHERE id = $1', [
      seat.id,
      said?.present ?? false,
      body,
    ]);
  }

  /**
   * A seat gives sight until the conclusion, a task until it is done; nobody keeps it for longer. Without an agency: of
   * all, for an actor who works on the case and so sees every task.
   */
  private async endSight(tx: Tx, caseId: string, until: Date, agencyId?: string): Promise<void> {
    await tx.execute(
      `UPDATE case_access a SET valid_until = $2
        WHERE a.case_id = $1 AND a.reason = 'conference' AND ($3::uuid IS NULL OR a.principal_id = $3)
          AND (a.valid_until IS NULL OR a.valid_until > $2)
          AND NOT EXISTS (SELECT 1 FROM conference_task t WHERE t.case_id = $1 AND t.agency_id = a.principal_id AND t.state = 'open')
          AND NOT EXISTS (SELECT 1 FROM conference_participant p JOIN conference c ON c.id = p.conference_id
                           WHERE p.case_id = $1 AND p.agency_id = a.principal_id AND c.state = 'convened')`,
      [caseId, until, agencyId ?? null],
    );
  }
}

function refuse(errors: Readonly<Record<string, string[]>>): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput({ ...errors });
}
