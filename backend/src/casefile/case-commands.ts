import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../kernel';
import type { Tx } from '../platform/database';
import { Commands } from '../support/commands';
import { CaseQueries } from './case.queries';
import { CaseService, type LockedCase } from './case.service';
import type { CaseResponse } from './dto/case.response';

export type CaseWork = (tx: Tx, locked: LockedCase) => Promise<void>;

/** The frame of every command on a case: once per Idempotency-Key, lock, work, and the case as it is now (design §3). */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly commands: Commands,
    private readonly cases: CaseService,
    private readonly queries: CaseQueries,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  run(ctx: RequestContext, caseId: string, work: CaseWork): Promise<CaseResponse> {
    return this.act(ctx, caseId, false, work);
  }

  /** The same for an action marked `byHolders` in the table. @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  runByHolder(ctx: RequestContext, caseId: string, work: CaseWork): Promise<CaseResponse> {
    return this.act(ctx, caseId, true, work);
  }

  private async act(
    ctx: RequestContext,
    caseId: string,
    byHolders: boolean,
    work: CaseWork,
  ): Promise<CaseResponse> {
    const changed = await this.commands.run(
      ctx,
      async (tx) => {
        await work(tx, await this.cases.lock(tx, caseId, byHolders));
        return caseId;
      },
      caseId,
    );
    return this.queries.get(ctx, changed);
  }
}
