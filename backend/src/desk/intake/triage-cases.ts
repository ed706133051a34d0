import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { AgencyInformer } from '../coordination';
import { CaseLinker } from './case-linker';
import { CaseOpener, type CaseToOpen } from './case-opener';
import { KeptApart } from './kept-apart';
import type { ChildDecision } from './triage-decisions';

/** One child of a triage, on the road that was decided. */
@Injectable()
export class TriageCases {
  constructor(
    private readonly opener: CaseOpener,
    private readonly linker: CaseLinker,
    private readonly apart: KeptApart,
    private readonly informer: AgencyInformer,
  ) {}

  async take(tx: Tx, spec: CaseToOpen, decision: ChildDecision | undefined): Promise<void> {
    if (decision === undefined) throw new Error(`Child ${spec.index} was triaged without a decision`);
    if (decision.road === 'link') {
      await this.linker.link(tx, { ...spec, ...decision });
      await this.informer.inform(tx, decision.caseId, spec.notices);
      return;
    }
    const caseId = await this.opener.open(tx, spec);
    await this.informer.inform(tx, caseId, spec.notices);
    await this.apart.note(tx, spec.report, decision.apartFrom, spec.child.separateReason ?? '');
  }
}
