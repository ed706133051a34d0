import type { RiskLevel } from '../../casefile';
import type { Tx } from '../../platform/database';
import type { Instrument } from '../../support/reference';
import { type AssessmentState, assessmentStates, inForce } from './level.rules';
import type { UrgencyEvidence } from './urgency.rules';

/** An assessment as far as later decisions look back at it. */
export interface EpisodeAssessment {
  readonly instrument: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly level: RiskLevel;
  readonly state: AssessmentState;
  readonly assessedBy: string;
  readonly assessedAt: Date;
}

interface Row {
  instrument: string;
  answers: Record<string, unknown>;
  level: RiskLevel;
  proposed: boolean;
  agreed: boolean | null;
  assessed_by: string;
  assessed_at: Date;
}

/** Assessments since the case was opened, or opened again: what was found in an earlier episode proves nothing now. Oldest first. */
export async function readEpisode(tx: Tx, caseId: string): Promise<EpisodeAssessment[]> {
  const rows = await tx.query<Row>(
    `SELECT a.instrument, a.answers, a.level, a.proposed, r.agreed, a.assessed_by, a.assessed_at
       FROM assessment a LEFT JOIN assessment_review r ON r.assessment_id = a.id
      WHERE a.case_id = $1 AND a.assessed_at >= coalesce(
              (SELECT max(x.at) FROM case_action x WHERE x.case_id = $1 AND x.action = 'case.reopen'), '-infinity'::timestamptz)
      ORDER BY a.assessed_at, a.id`,
    [caseId],
  );
  const states = assessmentStates(rows);
  return rows.map((row, index) => ({
    instrument: row.instrument,
    answers: row.answers,
    level: row.level,
    state: states[index] ?? 'superseded',
    assessedBy: row.assessed_by,
    assessedAt: row.assessed_at,
  }));
}

/**
 * Whether the safety screen of this episode says danger now (U0): its newest answers do, or the newest that are in force
 * (a later screen that sees no danger counts only after its second person).
 */
export function hasPresentDanger(episode: readonly EpisodeAssessment[], screen: Instrument): boolean {
  const u0 = screen.items.filter(({ ifYes }) => ifYes === 'U0').map(({ code }) => code);
  const screens = episode.filter(({ instrument }) => instrument === screen.code);
  return [screens.at(-1), screens.findLast(({ state }) => inForce(state))].some(
    (found) => found !== undefined && u0.some((code) => found.answers[code] === 'yes'),
  );
}

/** The level of the newest score of this episode, unless a second person disagreed with it; null when there is none. */
export function scoredLevel(
  episode: readonly EpisodeAssessment[],
  isScored: (instrument: string) => boolean,
): RiskLevel | null {
  const found = episode.findLast(({ instrument, state }) => isScored(instrument) && state !== 'rejected');
  return found?.level ?? null;
}

/** What may carry a lower urgency: the newest assessment in force that was made since the case has its present one. */
export function evidenceSince(episode: readonly EpisodeAssessment[], since: Date): UrgencyEvidence | null {
  const found = episode.findLast(({ state, assessedAt }) => inForce(state) && assessedAt >= since);
  return found === undefined
    ? null
    : { level: found.level, assessedBy: found.assessedBy, confirmed: found.state === 'confirmed' };
}
