import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseSections,
  type ConferenceConclusionResponse,
  type ConferenceInvitationResponse,
  type ConferenceParticipantResponse,
  type ConferenceResponse,
  type ConferenceTaskResponse,
  type SectionCase,
} from '../../casefile';
import { localDate } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import {
  type Conclusion,
  CONCLUSIONS,
  CONFERENCE_STATES,
  type ConferenceState,
  TASK_STATES,
  type TaskState,
} from './conference.rules';
import type { SeatBody } from './conference.service';

interface ConferenceRow {
  id: string;
  state: ConferenceState;
  meets_at: Date;
  body: Buffer;
  convened_by: string | null;
  convened_at: Date;
  conclusion: Conclusion | null;
  conclusion_body: Buffer | null;
  held_at: Date | null;
  concluded_by: string | null;
  concluded_at: Date | null;
}

interface SeatRow {
  id: string;
  conference_id: string;
  agency_id: string | null;
  present: boolean | null;
  body: Buffer;
}

interface TaskRow {
  id: string;
  conference_id: string;
  agency_id: string;
  due_on: string;
  state: TaskState;
  body: Buffer;
  result: Buffer | null;
  done_at: Date | null;
  done_by: string | null;
}

interface ConclusionBody {
  readonly facts: string;
  readonly dissent?: string;
  readonly explanation: string;
  readonly confidentiality: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

const CONFERENCES = `
  SELECT c.id, c.state, c.meets_at, c.body, u.display_name AS convened_by, c.convened_at, c.conclusion, c.conclusion_body, c.held_at,
         s.display_name AS concluded_by, c.concluded_at
    FROM conference c LEFT JOIN app_user u ON u.id = c.convened_by LEFT JOIN app_user s ON s.id = c.concluded_by`;
const TASKS = `
  SELECT t.id, t.conference_id, t.agency_id, t.due_on::text AS due_on, t.state, t.body, t.result, t.done_at, u.display_name AS done_by
    FROM conference_task t LEFT JOIN app_user u ON u.id = t.done_by WHERE t.case_id = $1`;
const MINE = 'agency_id = ANY (ctx_principals())';

/** The conferences of a case for its page, and for an agency that was called what concerns itself. */
@Injectable()
export class ConferenceSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('conferences', (tx, file) => this.all(tx, file));
    this.sections.register('invitations', (tx, file) => this.own(tx, file));
  }

  private async all(tx: Tx, file: SectionCase): Promise<ConferenceResponse[]> {
    const rows = await tx.query<ConferenceRow>(
      `${CONFERENCES} WHERE c.case_id = $1 ORDER BY c.convened_at, c.id`,
      [file.id],
    );
    if (rows.length === 0) return [];
    const seats = await tx.query<SeatRow>(
      `SELECT p.id, p.conference_id, p.agency_id, p.present, p.body FROM conference_participant p
        WHERE p.case_id = $1 ORDER BY p.position, p.id`,
      [file.id],
    );
    const tasks = await tx.query<TaskRow>(`${TASKS} ORDER BY t.due_on, t.id`, [file.id]);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.head(row, file)),
        reason: (await this.words(file, row)).reason,
        convenedByName: row.convened_by,
        convenedAt: row.convened_at.toISOString(),
        participants: await Promise.all(
          seats.filter((seat) => seat.conference_id === row.id).map((seat) => this.seat(seat, file)),
        ),
        conclusion: await this.conclusion(row, file),
        tasks: await this.tasks(tx, file, row.id, tasks),
      })),
    );
  }

  private async own(tx: Tx, file: SectionCase): Promise<ConferenceInvitationResponse[]> {
    const rows = await tx.query<ConferenceRow>(
      `${CONFERENCES} WHERE c.case_id = $1
          AND (EXISTS (SELECT 1 FROM conference_participant p WHERE p.conference_id = c.id AND p.${MINE})
            OR EXISTS (SELECT 1 FROM conference_task t WHERE t.conference_id = c.id AND t.${MINE}))
        ORDER BY c.convened_at, c.id`,
      [file.id],
    );
    if (rows.length === 0) return [];
    const tasks = await tx.query<TaskRow>(`${TASKS} AND t.${MINE} ORDER BY t.due_on, t.id`, [file.id]);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.head(row, file)),
        tasks: await this.tasks(tx, file, row.id, tasks),
      })),
    );
  }

  private async head(row: ConferenceRow, file: SectionCase) {
    const { place } = await this.words(file, row);
    return {
      id: row.id,
      state: row.state,
      stateName: CONFERENCE_STATES[row.state],
      meetsAt: row.meets_at.toISOString(),
      place,
    };
  }

  private async words(file: SectionCase, row: ConferenceRow): Promise<{ reason: string; place: string }> {
    return (await this.crypto.decryptJson(file.childId, 'conference.body', row.id, row.body)) as {
      reason: string;
      place: string;
    };
  }

  private async seat(row: SeatRow, file: SectionCase): Promise<ConferenceParticipantResponse> {
    const body = (await this.crypto.decryptJson(
      file.childId,
      'conference_participant.body',
      row.id,
      row.body,
    )) as SeatBody;
    const agency = row.agency_id === null ? undefined : this.reference.agency(row.agency_id);
    return {
      id: row.id,
      agencyId: row.agency_id,
      name: agency?.name ?? body.name ?? '',
      toldBy: agency?.logsIn === true ? 'notice' : 'letter',
      present: row.present,
      opinion: body.opinion ?? null,
    };
  }

  private async conclusion(
    row: ConferenceRow,
    file: SectionCase,
  ): Promise<ConferenceConclusionResponse | null> {
    const { conclusion, conclusion_body: sealed, held_at: heldAt, concluded_at: concludedAt } = row;
    if (conclusion === null || sealed === null || heldAt === null || concludedAt === null) return null;
    const body = (await this.crypto.decryptJson(
      file.childId,
      'conference.conclusion_body',
      row.id,
      sealed,
    )) as ConclusionBody;
    return {
      conclusion,
      conclusionName: CONCLUSIONS[conclusion],
      explanation: body.explanation,
      facts: body.facts,
      dissent: body.dissent ?? null,
      confidentiality: body.confidentiality,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      heldAt: heldAt.toISOString(),
      concludedAt: concludedAt.toISOString(),
      concludedByName: row.concluded_by,
    };
  }

  private tasks(
    tx: Tx,
    file: SectionCase,
    conferenceId: string,
    rows: readonly TaskRow[],
  ): Promise<ConferenceTaskResponse[]> {
    return Promise.all(
      rows
        .filter((row) => row.conference_id === conferenceId)
        .map(async (row) => {
          const { what } = (await this.crypto.decryptJson(
            file.childId,
            'conference_task.body',
            row.id,
            row.body,
          )) as { what: string };
          return {
            id: row.id,
            agencyId: row.agency_id,
            agencyName: this.reference.agency(row.agency_id)?.name ?? '',
            what,
            dueOn: row.due_on,
            state: row.state,
            stateName: TASK_STATES[row.state],
            overdue: row.state === 'open' && row.due_on < localDate(tx.now),
            result:
              row.result === null
                ? null
                : await this.crypto.decrypt(file.childId, 'conference_task.result', row.id, row.result),
            doneAt: row.done_at?.toISOString() ?? null,
            doneByName: row.done_by,
          };
        }),
    );
  }
}
