import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidInput } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { CaseBackstop } from '../case-backstop';
import { CASE_CLOCKS, CaseClocks } from '../case-clocks';
import { CaseEnding } from '../case-ending';
import { CaseService } from '../case.service';
import { ENDED_PHASES } from '../case.workflow';
import type { LockedCase } from '../locked-case';
import { PhaseEffects } from '../phase-effects';

export interface Reopening {
  readonly reason: string;
  /** The report that opens the case again. */
  readonly reportId?: string;
}

/** 重新办理: a closed case goes on as the case it was (domain §3.3). An emergency opens it too, by the same effect. */
@Injectable()
export class ReopenService implements OnModuleInit {
  constructor(
    private readonly cases: CaseService,
    private readonly backstop: CaseBackstop,
    private readonly clocks: CaseClocks,
    private readonly ending: CaseEnding,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.effects.register({
      name: 'reopening',
      run: async (tx, locked, { from, to }) => {
        if (to !== 'open' || !ENDED_PHASES.some((phase) => phase === from)) return;
        await this.ending.reviveWorkersSight(tx, locked);
        await this.clocks.close(tx, locked.id, CASE_CLOCKS.ruling);
        await this.clocks.cancelAll(tx, locked.id);
      },
    });
  }

  /**
   * Opens a closed case again: assessment with its clock, the child is to be seen as in a new case, the worker sees the
   * file again, the follow-ups that were still due fall away. The caller holds the lock; linking the report is intake's.
   * @throws InvalidInput 422 for a report the actor cannot see, ActionRefused 409 unless the case is closed
   */
  async reopen(tx: Tx, locked: LockedCase, { reason, reportId }: Reopening): Promise<void> {
    if (reportId !== undefined) await requireReport(tx, reportId);
    await this.cases.apply(tx, locked, {
      action: 'reopen',
      stage: 'assessment',
      note: reason,
      ...(reportId === undefined ? {} : { data: { reportId } }),
    });
    this.cases.openStage(tx, locked, 'assessment');
    const acting = await this.backstop.ensure(tx, locked);
    await this.clocks.ensure(tx, acting, CASE_CLOCKS.firstContact);
    await this.clocks.ensure(tx, acting, CASE_CLOCKS.assessment);
  }
}

async function requireReport(tx: Tx, reportId: string): Promise<void> {
  const found = await tx.query(`SELECT 1 FROM report r WHERE r.id = $1 AND ${visibility.report('r')}`, [
    reportId,
  ]);
  if (found.length === 0) throw new InvalidInput({ reportId: ['没有找到这份报告，请重新选择'] });
}
