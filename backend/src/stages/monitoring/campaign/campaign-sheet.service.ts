import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel';
import type { ReturnSheetRequest, SubmitSheetRequest } from '../dto/campaign-sheet.request';
import { CampaignClocks } from './campaign-clocks';
import { CampaignSheetCommands } from './campaign-sheet-commands';

/** The way of a village's sheet: reported up, signed off, or sent back. */
@Injectable()
export class CampaignSheetService {
  constructor(
    private readonly sheets: CampaignSheetCommands,
    private readonly clocks: CampaignClocks,
  ) {}

  submit(ctx: RequestContext, id: string, { note }: SubmitSheetRequest): Promise<string> {
    return this.sheets.run(ctx, id, 'submit', async (tx) => {
      await tx.execute('UPDATE campaign_sheet SET submitted_by = $2, submitted_at = $3 WHERE id = $1', [
        id,
        tx.actor.userId,
        tx.now,
      ]);
      await this.clocks.stop(tx, id);
      return { note };
    });
  }

  sign(ctx: RequestContext, id: string): Promise<string> {
    return this.sheets.run(ctx, id, 'sign', async (tx) => {
      await tx.execute('UPDATE campaign_sheet SET signed_by = $2, signed_at = $3 WHERE id = $1', [
        id,
        tx.actor.userId,
        tx.now,
      ]);
      return {};
    });
  }

  /** 退回: the village has work again, and a clock. */
  return(ctx: RequestContext, id: string, { reason }: ReturnSheetRequest): Promise<string> {
    return this.sheets.run(ctx, id, 'return', async (tx, sheet) => {
      await tx.execute(
        `UPDATE campaign_sheet SET submitted_by = NULL, submitted_at = NULL, signed_by = NULL, signed_at = NULL WHERE id = $1`,
        [id],
      );
      await this.clocks.start(tx, sheet, sheet.ends_on);
      return { note: reason };
    });
  }
}
