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

const STATE_NAMES = { planned: '待完成', done: '已完成' } as const;

interface ServiceRow {
  id: string;
  plan_id: string;
  support_type: string;
  provider: string;
  due_on: string;
  state: keyof typeof STATE_NAMES;
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
      `SELECT s.id, s.plan_id, s.support_type, s.provider, s.due_on::text AS due_on, s.state, s.done_at, s.result
         FROM plan_service s WHERE s.case_id = $1 ORDER BY s.due_on, s.id`,
      [file.id],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        planId: row.plan_id,
        supportType: row.support_type,
        supportTypeName: this.reference.codeName('SUPPORT_TYPES', row.support_type) ?? row.support_type,
        provider: row.provider,
        dueOn: row.due_on,
        state: row.state,
        stateName: STATE_NAMES[row.state],
        result:
          row.result === null
            ? null
            : await this.crypto.decrypt(file.childId, 'plan_service.result', row.id, row.result),
        completedAt: row.done_at?.toISOString() ?? null,
      })),
    );
  }
}

async function openServices(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM plan_service WHERE case_id = $1 AND state = 'planned'`,
    [caseId],
  );
  return { openServices: row?.open ?? 0 };
}
