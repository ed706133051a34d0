import { Injectable } from '@nestjs/common';
import { AppDatabase } from '../../platform/database';
import { BASIS_NAMES } from '../deadlines';
import type { DeadlineRuleResponse } from './dto/admin.response';

type RuleRow = Omit<DeadlineRuleResponse, 'basisName'>;

/** The deadline registry as an administrator or a lawyer reads it; the law is no secret, so there is nothing to hide. */
@Injectable()
export class DeadlineRuleQueries {
  constructor(private readonly database: AppDatabase) {}

  async all(): Promise<DeadlineRuleResponse[]> {
    const rows = await this.database.dataSource.query<RuleRow[]>(
      `SELECT d.id, d.name, d.start_event AS "startEvent", d.limits, d.ladder, d.basis, d.owner_kind AS "ownerKind",
              coalesce(k.name, d.owner_kind) AS "ownerName", d.source, d.verified, d.note
         FROM deadline_rule d LEFT JOIN code_item k ON k.set_code IN ('AGENCY_KINDS', 'OWNER_ROLES') AND k.code = d.owner_kind
        ORDER BY d.id`,
    );
    return rows.map((row) => ({ ...row, basisName: BASIS_NAMES[row.basis] }));
  }
}
