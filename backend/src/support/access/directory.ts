import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';

export interface AccountProfile {
  readonly username: string;
  readonly agencyName: string;
  readonly agencyKindName: string;
  readonly districtName: string;
}

/** Looks up accounts: who somebody is on screen, and whom a failed sign-in was about. */
@Injectable()
export class Directory {
  constructor(private readonly database: AppDatabase) {}

  /** What the screen says about the signed-in account. */
  async getProfile(ctx: RequestContext): Promise<AccountProfile> {
    const [row] = await this.database.inTransaction(ctx, (tx) =>
      tx.query<AccountProfile>(
        `SELECT u.username, a.name AS "agencyName", coalesce(k.name, a.kind) AS "agencyKindName", coalesce(r.name, '') AS "districtName"
           FROM app_user u JOIN agency a ON a.id = u.agency_id
           LEFT JOIN code_item k ON k.set_code = 'AGENCY_KINDS' AND k.code = a.kind
           LEFT JOIN region r ON r.code = u.district_code
          WHERE u.id = $1`,
        [ctx.actor.userId],
      ),
    );
    if (row === undefined) throw new Error('A signed-in account was not found');
    return row;
  }

  /** The account of a username, for the audit of failed sign-ins only; it must not change what the caller answers. */
  async findAccount(username: string): Promise<{ id: string; districtCode: string } | undefined> {
    const [row] = await this.database.dataSource.query<{ id: string; district_code: string }[]>(
      `WITH ctx AS MATERIALIZED (SELECT set_config('app.purpose', 'sign-in', true) AS purpose)
       SELECT q.* FROM ctx, LATERAL (SELECT id, district_code FROM app_user WHERE ctx.purpose IS NOT NULL AND username = $1) q`,
      [username],
    );
    return row && { id: row.id, districtCode: row.district_code };
  }
}
