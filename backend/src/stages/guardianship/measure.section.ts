import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  type GuardianshipResponse,
  type MeasureResponse,
  type MeasureServiceResponse,
  type SectionCase,
} from '../../casefile';
import { citation, type LocalDate, localDate, startOfDay } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import {
  BEGGING_LIMIT,
  END_RESULTS,
  type EndResult,
  EVIDENCE_PACK,
  EVIDENCE_TYPES,
  findMeasure,
  MEASURE_STATES,
  type MeasureRule,
  MEASURES,
  type MeasureState,
  NEGLECT_ALERT_DAYS,
  NEGLECT_LIMIT_DAYS,
  PO_MEASURES,
  REVOKE_APPLICANTS,
  REVOKE_GROUNDS,
  SERVE_PARTIES,
  type ServeParty,
} from './measures.rules';

interface MeasureRow {
  id: string;
  kind: string;
  state: MeasureState;
  agency_id: string | null;
  on_behalf: boolean;
  happened_at: Date;
  urgent: boolean;
  terms: string[];
  grounds: string[];
  evidence: string[];
  applicant: string | null;
  pack: Record<string, boolean>;
  decided_on: LocalDate | null;
  expires_on: LocalDate | null;
  end_result: EndResult | null;
  ended_on: LocalDate | null;
  body: Buffer;
  recorded_by: string | null;
  recorded_at: Date;
}

interface MeasureBody {
  readonly facts: string;
  readonly number?: string;
  readonly rulingNumber?: string;
  readonly rulingNote?: string;
  readonly person?: string;
  readonly notes?: Readonly<Record<string, string>>;
  readonly noConferenceReason?: string;
  readonly outsideWindowReason?: string;
}

interface ServiceRow {
  id: string;
  measure_id: string;
  party: ServeParty;
  served_at: Date;
  body: Buffer;
}

const DAY_MS = 86_400_000;
const OUTLIVING = Object.entries<MeasureRule>(MEASURES).flatMap(([kind, { outlivesStage }]) =>
  outlivesStage === true ? [kind] : [],
);

/** What guardianship tells a case: its measures, the counters of 24号文35, and how many measures still run. */
@Injectable()
export class MeasureSection implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'guardianship', read: measureFacts });
    this.sections.register('measures', (tx, file) => this.read(tx, file));
    this.sections.register('guardianship', (tx, file) => counters(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<MeasureResponse[]> {
    const rows = await tx.query<MeasureRow>(
      `SELECT m.id, m.kind, m.state, m.agency_id, m.on_behalf, m.happened_at, m.urgent, m.terms, m.grounds, m.evidence, m.applicant, m.pack,
              m.decided_on::text AS decided_on, m.expires_on::text AS expires_on, m.end_result, m.ended_on::text AS ended_on, m.body,
              u.display_name AS recorded_by, m.recorded_at
         FROM measure m LEFT JOIN app_user u ON u.id = m.recorded_by WHERE m.case_id = $1 ORDER BY m.happened_at, m.id`,
      [file.id],
    );
    if (rows.length === 0) return [];
    const services = await tx.query<ServiceRow>(
      'SELECT s.id, s.measure_id, s.party, s.served_at, s.body FROM measure_service s WHERE s.case_id = $1 ORDER BY s.served_at, s.id',
      [file.id],
    );
    return Promise.all(
      rows.map((row) =>
        this.view(
          tx,
          file,
          row,
          services.filter(({ measure_id: id }) => id === row.id),
        ),
      ),
    );
  }

  private async view(
    tx: Tx,
    { childId }: SectionCase,
    row: MeasureRow,
    services: readonly ServiceRow[],
  ): Promise<MeasureResponse> {
    const rule = findMeasure(row.kind);
    const body = (await this.crypto.decryptJson(childId, 'measure.body', row.id, row.body)) as MeasureBody;
    const served = services.map(({ party }) => party);
    return {
      id: row.id,
      kind: row.kind,
      level: rule?.level ?? '',
      name: rule?.name ?? row.kind,
      document: rule?.document ?? '',
      source: citation(rule?.source ?? ''),
      state: row.state,
      stateName: MEASURE_STATES[row.state],
      inForce: row.state === 'in_force' && (row.expires_on === null || row.expires_on >= localDate(tx.now)),
      agencyName: row.agency_id === null ? null : (this.reference.agency(row.agency_id)?.name ?? null),
      onBehalf: row.on_behalf,
      person: body.person ?? null,
      happenedAt: row.happened_at.toISOString(),
      urgent: row.urgent,
      facts: body.facts,
      number: body.number ?? null,
      rulingNumber: body.rulingNumber ?? null,
      rulingNote: body.rulingNote ?? null,
      terms: row.terms,
      termNames: named(row.terms, PO_MEASURES),
      groundNames: named(row.grounds, REVOKE_GROUNDS),
      evidenceNames: named(row.evidence, EVIDENCE_TYPES),
      applicantName: row.applicant === null ? null : (named([row.applicant], REVOKE_APPLICANTS)[0] ?? null),
      pack: Object.entries(EVIDENCE_PACK).flatMap(([item, name]) =>
        row.pack[item] === undefined
          ? []
          : [{ item, name, present: row.pack[item], note: body.notes?.[item] ?? null }],
      ),
      noConferenceReason: body.noConferenceReason ?? null,
      outsideWindowReason: body.outsideWindowReason ?? null,
      decidedOn: row.decided_on,
      expiresOn: row.expires_on,
      endResultName: row.end_result === null ? null : END_RESULTS[row.end_result],
      endedOn: row.ended_on,
      services: await Promise.all(services.map((service) => this.service(childId, service))),
      // An application reaches nobody before it was decided.
      unserved:
        row.state === 'applied'
          ? []
          : (rule?.serve ?? [])
              .filter((party) => !served.includes(party))
              .map((party) => ({ code: party, name: SERVE_PARTIES[party] })),
      mayExtend: rule?.extendable === true && row.state === 'in_force',
      recordedByName: row.recorded_by,
      recordedAt: row.recorded_at.toISOString(),
    };
  }

  private async service(childId: string, row: ServiceRow): Promise<MeasureServiceResponse> {
    const body = (await this.crypto.decryptJson(childId, 'measure_service.body', row.id, row.body)) as {
      person: string;
      note?: string;
    };
    return {
      id: row.id,
      party: row.party,
      partyName: SERVE_PARTIES[row.party],
      servedAt: row.served_at.toISOString(),
      person: body.person,
      note: body.note ?? null,
    };
  }
}

function named(codes: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return codes.map((code) => names[code] ?? code);
}

async function counters(tx: Tx, file: SectionCase): Promise<GuardianshipResponse> {
  const [row] = await tx.query<{
    begging: number;
    admonitions: number;
    warnings: number;
    performing: boolean | null;
    last: LocalDate | null;
  }>(
    `SELECT count(*) FILTER (WHERE m.kind = 'begging-criticism')::int AS begging,
            count(*) FILTER (WHERE m.kind IN ('dissuasion', 'police-admonition'))::int AS admonitions,
            count(*) FILTER (WHERE m.kind = 'warning-letter')::int AS warnings, d.performing, d.last
       FROM (SELECT 1) one
       LEFT JOIN LATERAL (SELECT g.performing, g.last_performed_on::text AS last FROM guardian_duty g WHERE g.case_id = $1
                           ORDER BY g.recorded_at DESC, g.id DESC LIMIT 1) d ON true
       LEFT JOIN measure m ON m.case_id = $1 GROUP BY d.performing, d.last`,
    [file.id],
  );
  const last = row?.last ?? null;
  return {
    beggingCriticisms: row?.begging ?? 0,
    beggingLimit: BEGGING_LIMIT,
    admonitions: row?.admonitions ?? 0,
    warningLetters: row?.warnings ?? 0,
    performing: row?.performing ?? null,
    lastPerformedOn: last,
    daysSincePerformed:
      last === null ? null : Math.floor((startOfDay(tx.now).getTime() - startOfDay(last).getTime()) / DAY_MS),
    neglectAlertDays: NEGLECT_ALERT_DAYS,
    neglectLimitDays: NEGLECT_LIMIT_DAYS,
  };
}

async function measureFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ all: number; pending: number; running: number; holding: number }>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE m.state = 'applied')::int AS pending,
            count(*) FILTER (WHERE m.state = 'in_force')::int AS running,
            count(*) FILTER (WHERE m.state = 'in_force' AND NOT m.kind = ANY ($2))::int AS holding
       FROM measure m WHERE m.case_id = $1`,
    [caseId, OUTLIVING],
  );
  return {
    measures: row?.all ?? 0,
    pendingMeasures: row?.pending ?? 0,
    measuresInForce: row?.running ?? 0,
    measuresHoldingStage: row?.holding ?? 0,
  };
}
