import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { SectionCase } from '../case-sections';
import type { CaseResponse } from '../dto/case.response';
import type {
  ArchiveResponse,
  DeathResponse,
  FollowUpResponse,
  SuspensionResponse,
} from '../dto/case-lifecycle.response';
import { type Retention, RETENTIONS } from './archive.rules';
import {
  FOLLOW_UP_ADVICE,
  FOLLOW_UP_STATES,
  type FollowUpAdvice,
  type FollowUpState,
} from './follow-up.rules';
import { followUpStanding } from './follow-up-standing';

export type LifecycleParts = Pick<
  CaseResponse,
  'followUps' | 'followUpPlan' | 'suspensions' | 'death' | 'archive'
>;

interface FollowUpRow {
  id: string;
  round: number;
  followed_at: Date;
  seen_child: boolean;
  spoke_alone: boolean;
  guardian_present: boolean;
  state: FollowUpState;
  advice: FollowUpAdvice;
  body: Buffer;
  recorded_by: string | null;
  recorded_at: Date;
}

interface SuspensionRow {
  id: string;
  reason: string;
  next_check_on: string;
  body: Buffer;
  suspended_by: string | null;
  suspended_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
}

interface DeathRow {
  id: string;
  died_at: Date;
  reported_at: Date;
  body: Buffer;
  recorded_by: string | null;
  recorded_at: Date;
  review: Buffer | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
}

interface ArchiveRow {
  id: string;
  retention: Retention;
  body: Buffer;
  archived_by: string | null;
  archived_at: Date;
}

/** How a case rested, ended and was followed up, for its page. */
@Injectable()
export class LifecycleQueries {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async read(tx: Tx, file: SectionCase, shown: (part: string) => boolean): Promise<LifecycleParts> {
    const standing = shown('followUps') ? await followUpStanding(tx, file.id) : undefined;
    return {
      followUps: shown('followUps') ? await this.followUps(tx, file) : null,
      followUpPlan: standing === undefined ? null : { total: standing.total, left: standing.left },
      suspensions: shown('suspensions') ? await this.suspensions(tx, file) : null,
      death: shown('death') ? await this.death(tx, file) : null,
      archive: shown('archive') ? await this.archive(tx, file) : null,
    };
  }

  private async followUps(tx: Tx, file: SectionCase): Promise<FollowUpResponse[]> {
    const rows = await tx.query<FollowUpRow>(
      `SELECT f.*, u.display_name AS recorded_by FROM case_follow_up f LEFT JOIN app_user u ON u.id = f.recorded_by
        WHERE f.case_id = $1 ORDER BY f.recorded_at, f.id`,
      [file.id],
    );
    return Promise.all(
      rows.map(async (row) => {
        const body = (await this.crypto.decryptJson(
          file.childId,
          'case_follow_up.body',
          row.id,
          row.body,
        )) as { problems?: string; childOpinion?: string; noOpinionReason?: string };
        return {
          id: row.id,
          round: row.round,
          followedAt: row.followed_at.toISOString(),
          seenChild: row.seen_child,
          spokeAlone: row.spoke_alone,
          guardianPresent: row.guardian_present,
          state: row.state,
          stateName: FOLLOW_UP_STATES[row.state],
          problems: body.problems ?? null,
          advice: row.advice,
          adviceName: FOLLOW_UP_ADVICE[row.advice],
          childOpinion: body.childOpinion ?? null,
          noOpinionReason: body.noOpinionReason ?? null,
          recordedByName: row.recorded_by,
          recordedAt: row.recorded_at.toISOString(),
        };
      }),
    );
  }

  private async suspensions(tx: Tx, file: SectionCase): Promise<SuspensionResponse[]> {
    const rows = await tx.query<SuspensionRow>(
      `SELECT s.id, s.reason, s.next_check_on::text AS next_check_on, s.body, s.suspended_at, s.ended_at, u.display_name AS suspended_by, e.display_name AS ended_by
         FROM case_suspension s LEFT JOIN app_user u ON u.id = s.suspended_by LEFT JOIN app_user e ON e.id = s.ended_by
        WHERE s.case_id = $1 ORDER BY s.suspended_at, s.id`,
      [file.id],
    );
    return Promise.all(
      rows.map(async (row) => {
        const body = (await this.crypto.decryptJson(
          file.childId,
          'case_suspension.body',
          row.id,
          row.body,
        )) as { note: string };
        return {
          id: row.id,
          reason: row.reason,
          reasonName: this.reference.codeName('SUSPEND_REASONS', row.reason) ?? row.reason,
          note: body.note,
          nextCheckOn: row.next_check_on,
          suspendedByName: row.suspended_by,
          suspendedAt: row.suspended_at.toISOString(),
          endedByName: row.ended_by,
          endedAt: row.ended_at?.toISOString() ?? null,
        };
      }),
    );
  }

  private async death(tx: Tx, file: SectionCase): Promise<DeathResponse | null> {
    const [row] = await tx.query<DeathRow>(
      `SELECT d.id, d.died_at, d.reported_at, d.body, d.recorded_at, d.review, d.reviewed_at, u.display_name AS recorded_by, r.display_name AS reviewed_by
         FROM case_death d LEFT JOIN app_user u ON u.id = d.recorded_by LEFT JOIN app_user r ON r.id = d.reviewed_by WHERE d.case_id = $1`,
      [file.id],
    );
    if (row === undefined) return null;
    const body = (await this.crypto.decryptJson(file.childId, 'case_death.body', row.id, row.body)) as {
      place: string;
      circumstances: string;
      reportedTo: string;
    };
    return {
      ...body,
      diedAt: row.died_at.toISOString(),
      reportedAt: row.reported_at.toISOString(),
      recordedByName: row.recorded_by,
      recordedAt: row.recorded_at.toISOString(),
      review:
        row.review === null
          ? null
          : await this.crypto.decrypt(file.childId, 'case_death.review', row.id, row.review),
      reviewedByName: row.reviewed_by,
      reviewedAt: row.reviewed_at?.toISOString() ?? null,
    };
  }

  private async archive(tx: Tx, file: SectionCase): Promise<ArchiveResponse | null> {
    const [row] = await tx.query<ArchiveRow>(
      `SELECT a.id, a.retention, a.body, a.archived_at, u.display_name AS archived_by
         FROM case_archive a LEFT JOIN app_user u ON u.id = a.archived_by WHERE a.case_id = $1`,
      [file.id],
    );
    if (row === undefined) return null;
    const body = (await this.crypto.decryptJson(file.childId, 'case_archive.body', row.id, row.body)) as {
      documents: string[];
      note?: string;
    };
    return {
      retention: row.retention,
      retentionName: RETENTIONS[row.retention].name,
      documents: body.documents,
      note: body.note ?? null,
      archivedByName: row.archived_by,
      archivedAt: row.archived_at.toISOString(),
    };
  }
}
