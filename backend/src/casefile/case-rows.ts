import { URGENCY_NAMES, type Urgency } from '../kernel';
import type { ReferenceData } from '../support/reference';
import {
  CASE_PHASES,
  CASE_STAGES,
  type CasePhase,
  type CaseStage,
  RISK_LEVELS,
  type RiskLevel,
} from './case.workflow';
import { IS_BACKSTOP } from './case-backstop';
import type { CaseBackstopResponse, CaseResponse } from './dto/case.response';

export interface CaseRow {
  id: string;
  district_code: string;
  case_no: string;
  incident_id: string;
  child_id: string;
  situations: string[];
  phase: CasePhase;
  urgency: Urgency;
  risk_level: RiskLevel | null;
  region_code: string | null;
  owner_agency_id: string;
  worker_agency_id: string | null;
  worker_user_id: string | null;
  worker_user_name: string | null;
  opened_at: Date;
  closed_at: Date | null;
  updated_at: Date;
  version: number;
  works: boolean;
  is_worker: boolean;
  is_backstop: boolean;
  stages: readonly {
    readonly stage: CaseStage;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
}

/** One table in FROM, so that the list's order and cursor name its columns plainly. */
export const SELECT_CASE = `SELECT c.*, can_work_case(c.id) AS works,
    coalesce(c.worker_agency_id = ANY (ctx_principals()) OR c.worker_user_id = ctx_user(), false) AS is_worker,
    ${IS_BACKSTOP} AS is_backstop,
    (SELECT u.display_name FROM app_user u WHERE u.id = c.worker_user_id) AS worker_user_name,
    (SELECT coalesce(json_agg(json_build_object('stage', s.stage, 'openedAt', s.opened_at, 'closedAt', s.closed_at) ORDER BY s.opened_at, s.id), '[]')
       FROM case_stage s WHERE s.case_id = c.id) AS stages
  FROM case_file c`;

/** The plain columns of a case; the parts that are loaded or hidden separately are null. */
export function toCaseResponse(row: CaseRow, reference: ReferenceData): CaseResponse {
  const agencyName = (id: string | null): string | null =>
    id === null ? null : (reference.agency(id)?.name ?? null);
  return {
    id: row.id,
    caseNo: row.case_no,
    phase: row.phase,
    phaseName: CASE_PHASES[row.phase],
    stages: row.stages.map(({ stage, openedAt, closedAt }) => ({
      stage,
      stageName: CASE_STAGES[stage],
      openedAt: new Date(openedAt).toISOString(),
      closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
    })),
    urgency: row.urgency,
    urgencyName: URGENCY_NAMES[row.urgency],
    riskLevel: row.risk_level,
    riskLevelName: row.risk_level === null ? null : RISK_LEVELS[row.risk_level],
    situations: row.situations,
    situationNames: row.situations.map((code) => reference.situation(code)?.name ?? code),
    regionCode: row.region_code,
    regionName: row.region_code === null ? null : (reference.region(row.region_code)?.name ?? null),
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    ownerAgencyName: agencyName(row.owner_agency_id) ?? '',
    workerAgencyId: row.worker_agency_id,
    workerAgencyName: agencyName(row.worker_agency_id),
    backstop: row.is_backstop ? backstopOf(row, reference) : null,
    workerUserId: row.worker_user_id,
    workerUserName: row.worker_user_name,
    ...NOT_LOADED,
    allowedActions: [],
    version: row.version,
    _masked: [],
  };
}

/** Whose place the district takes, and whether somebody there could take over by now. */
function backstopOf(row: CaseRow, reference: ReferenceData): CaseBackstopResponse {
  const place = row.region_code ?? row.district_code;
  const station = reference
    .agenciesOfKind(row.district_code, 'township', place)
    .find(({ regionCode }) => reference.isWithin(place, regionCode));
  return {
    placeName: reference.region(station?.regionCode ?? place)?.name ?? place,
    placeHasAccounts: station !== undefined && reference.hasPeople(station.id, 'case.visit'),
  };
}

const NOT_LOADED = {
  childName: null,
  child: null,
  parties: null,
  summary: null,
  reports: null,
  siblings: null,
  deadlines: null,
  workOrders: null,
  agencyNotices: null,
  timeline: null,
  safetyChecks: null,
  medicalRecords: null,
  custodies: null,
  placements: null,
  handovers: null,
  assessments: null,
  alerts: null,
  plans: null,
  services: null,
  planReviews: null,
  guidance: null,
  visits: null,
  conferences: null,
  invitations: null,
  proceedings: null,
  measures: null,
  guardianship: null,
  closing: null,
  attachments: null,
  followUps: null,
  followUpPlan: null,
  suspensions: null,
  transfers: null,
  death: null,
  archive: null,
} as const;
