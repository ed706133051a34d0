import type { Urgency } from '../../kernel';
import type { ReferenceData } from '../../support/reference';
import type { ExclusionHint } from './report.codes';
import type { ReportFacts } from './report-facts';
import type { ReportState } from './report.workflow';

/** Roles a person may have towards a report, and what the guards look at; read with the report itself. */
export interface FactColumns {
  readonly situations: string[];
  readonly police_required: boolean;
  readonly police_told_at: Date | null;
  readonly authority_told_at: Date | null;
  readonly retracted_at: Date | null;
  readonly works: boolean;
  readonly filed: boolean;
  readonly open_cases: number;
  readonly proposed_by: string | null;
  readonly feedback_count: number;
}

export const FACT_COLUMNS = `can_work_report(r.id) AS works,
  EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = 'reporter' AND a.principal_id = ANY (ctx_principals())) AS filed,
  open_cases_of_report(r.id) AS open_cases,
  (SELECT s.proposed_by FROM report_screening s WHERE s.report_id = r.id AND s.outcome IS NULL) AS proposed_by,
  (SELECT count(*)::int FROM report_feedback f WHERE f.report_id = r.id) AS feedback_count`;

/**
 * The state as the reader may know it: who does not work on the report never learns of a doubt, a transfer or a duplicate
 * (domain.md §2, limited feedback).
 */
export const SHOWN_STATE = `CASE WHEN can_work_report(r.id) OR r.state IN ('submitted', 'triaged', 'closed') THEN r.state
  WHEN r.state = 'linked' THEN 'triaged'
  WHEN r.state IN ('received', 'screening', 'transferring') OR NOT EXISTS (SELECT 1 FROM report_feedback f WHERE f.report_id = r.id)
  THEN 'received' ELSE 'closed' END`;

export interface ReportRow extends FactColumns {
  id: string;
  report_no: string;
  state: ReportState;
  shown_state: ReportState;
  urgency: Urgency;
  urgency_order: string;
  channel: string;
  unit_type: string;
  region_code: string | null;
  child_count: number;
  child_safe_now: 'yes' | 'no' | 'unknown';
  discovered_at: Date | null;
  reported_at: Date;
  received_at: Date | null;
  triaged_at: Date | null;
  police_receipt_no: string | null;
  authority_kind: string | null;
  authority_receipt_no: string | null;
  exclusion_hints: ExclusionHint[];
  incident_id: string | null;
  duplicate_of: string | null;
  narrative: Buffer;
  child_sheet: Buffer;
  suspect_sheet: Buffer;
  wants_secrecy: boolean | null;
  version: number;
}

export function factsOf(
  row: FactColumns,
  actorId: string,
  reference: Pick<ReferenceData, 'situation'>,
): ReportFacts {
  const categories = row.situations.map((code) => reference.situation(code)?.category);
  return {
    actorId,
    policeRequired: row.police_required,
    policeTold: row.police_told_at !== null,
    authorityTold: row.authority_told_at !== null,
    retracted: row.retracted_at !== null,
    openCases: row.open_cases,
    proposedBy: row.proposed_by,
    consultOnly: categories.length > 0 && categories.every((category) => category === 'C1'),
  };
}
