import { Injectable } from '@nestjs/common';
import { type AccountRole, roleName } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import type { DemoAccountResponse } from './dto/demo.response';
import { InstallationKind } from './installation-kind';

interface AccountRow {
  username: string;
  body: { role: AccountRole; level: DemoAccountResponse['level']; password: string; hint: string };
}

/** The accounts of a demo with their passwords, as the demo seed wrote them; nothing in any other installation. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly database: AppDatabase,
    private readonly installation: InstallationKind,
  ) {}

  /** In the order in which they are best tried; empty unless this is a demo. */
  async list(): Promise<DemoAccountResponse[]> {
    if ((await this.installation.get()) !== 'demo') return [];
    const rows = await this.database.dataSource.query<AccountRow[]>(
      `SELECT code AS username, body FROM code_item WHERE set_code = 'DEMO_ACCOUNT' ORDER BY sort, code`,
    );
    return rows.map(({ username, body: { role, level, password, hint } }) => ({
      role,
      roleName: roleName(role),
      level,
      username,
      password,
      hint,
    }));
  }
}
