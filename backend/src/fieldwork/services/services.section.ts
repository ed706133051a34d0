import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  type PlanServiceResponse,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { OPEN_SERVICE_STATES, SERVICE_STATES, type ServiceState } from './service.states';

interface ServiceRow {
  id: string;
  plan_id: string;
  support_type: string;
  provider_agency_id: string | null;
  provider_words: Buffer | null;
  provider: string | null;
  due_on: string;
  state: ServiceState;
  started_at: Date | null;
  done_at: Date | null;
  result: Buffer | null;
}

/** What services tell a case: how many are open, and the list for its page. */
@Injectable()
export class ServicesSection implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'services', read: openServices });
    this.sections.register('services', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<PlanServiceResponse[]> {
    const rows = await tx.query<ServiceRow>(
      `SELECT s.id, s.plan_id, s.support_type, s.provider_agency_id, s.provider_words, s.provider, s.due_on::text AS due_on, s.state,
              s.started_at, s.done_at, s.result
         FROM plan_service s WHERE s.case_id = $1 ORDER BY s.due_on, s.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: ServiceRow, childId: string): Promise<PlanServiceResponse> {
    return {
      id: row.id,
      planId: row.plan_id,
      supportType: row.support_type,
      supportTypeName: this.reference.codeName('SUPPORT_TYPES', row.support_type) ?? row.support_type,
      providerAgencyId: row.provider_agency_id,
      provider: await this.provider(row, childId),
      dueOn: row.due_on,
      state: row.state,
      stateName: SERVICE_STATES[row.state],
      result:
        row.result === null
          ? null
          : await this.crypto.decrypt(childId, 'plan_service.result', row.id, row.result),
      startedAt: row.started_at?.toISOString() ?? null,
      completedAt: row.done_at?.toISOString() ?? null,
    };
  }

  private async provider(row: ServiceRow, childId: string): Promise<string> {
    if (row.provider_agency_id !== null) return this.reference.agency(row.provider_agency_id)?.name ?? '';
    if (row.provider_words === null) return row.provider ?? '';
    return this.crypto.decrypt(childId, 'plan_service.provider_words', row.id, row.provider_words);
  }
}

async function openServices(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ open: number; planned: number }>(
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE state = 'planned')::int AS planned
       FROM plan_service WHERE case_id = $1 AND state = ANY ($2)`,
    [caseId, OPEN_SERVICE_STATES],
  );
  return { openServices: row?.open ?? 0, plannedServices: row?.planned ?? 0 };
}
