import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { DeadlineService } from '../../../support/deadlines';
import { ReferenceData } from '../../../support/reference';
import type { SheetRow } from './campaign-sheet-commands';

const RULE = 'DL-057';

type ClockSheet = Pick<SheetRow, 'id' | 'number' | 'agency_id'>;

/** The clock of a village's sheet: a suggestion (D) that ends on the day the screening names. */
@Injectable()
export class CampaignClocks {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /** Starts it anew, until the last day of the screening or, when that has passed, today. */
  async start(tx: Tx, sheet: ClockSheet, endsOn: LocalDate): Promise<void> {
    await this.stop(tx, sheet.id);
    const today = localDate(tx.now);
    this.deadlines.open(tx, {
      ruleId: RULE,
      endsOn: endsOn < today ? today : endsOn,
      subjectKind: 'campaign_sheet',
      subjectId: sheet.id,
      number: sheet.number,
      // Many villages at once: among other work none of them is urgent.
      urgency: 'U3',
      ownerAgencyId: sheet.agency_id,
      escalationAgencyId: this.reference.supervisorOf(sheet.agency_id),
    });
  }

  /** The village has reported. */
  async stop(tx: Tx, sheetId: string): Promise<void> {
    await this.deadlines.close(tx, RULE, sheetId);
  }

  /** The screening ended: nothing is due any more. */
  async cancel(tx: Tx, sheetId: string): Promise<void> {
    await this.deadlines.cancel(tx, [RULE], sheetId);
  }
}
