import { Injectable } from '@nestjs/common';
import type { Urgency } from '../../kernel';
import {
  CaseClocks,
  CaseService,
  ClosingService,
  EmergencyOpening,
  type LockedCase,
  ReopenService,
} from '../../casefile';
import type { Tx } from '../../platform/database';
import { linkRoad, type LinkRoad } from './link.rules';

/** How the case takes the report: an emergency from any phase, a closed case anew, a closing that is taken back. */
@Injectable()
export class CaseRoads {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly emergency: EmergencyOpening,
    private readonly reopening: ReopenService,
    private readonly closing: ClosingService,
  ) {}

  async take(tx: Tx, locked: LockedCase, reportId: string, urgency: Urgency): Promise<LinkRoad> {
    const how = linkRoad(locked.phase) ?? 'reopened';
    const raised = await this.cases.raiseUrgency(tx, locked, urgency);
    let current: LockedCase = { ...locked, urgency: raised };
    if (how === 'reopened') {
      await this.reopening.reopen(tx, current, { reason: '收到新的报告，重新办理。', reportId });
      current = { ...current, phase: 'open' };
    } else if (locked.phase === 'closing' && urgency !== 'U0') {
      // Nobody signs a closing over a report that was not looked into (D).
      await this.closing.return(tx, current, { reason: '收到新的报告，结案申请退回。' });
      current = { ...current, phase: 'open' };
    }
    if (raised !== locked.urgency) await this.clocks.recompute(tx, locked.id, raised);
    if (urgency === 'U0') await this.emergency.ensure(tx, current, { data: { reportId } });
    return how;
  }
}
