import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, type RequestContext } from '../../../kernel';
import { Numbers } from '../../../desk/coordination';
import { FieldCrypto, FileKeyStore } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { Commands } from '../../../support/commands';
import type {
  CloseCampaignRequest,
  DrawUpCampaignRequest,
  ExtendCampaignRequest,
  WithdrawCampaignRequest,
} from '../dto/campaign.request';
import { CampaignAccessEntity, CampaignEntity } from '../entities';
import { refuse } from '../refuse';
import { CampaignCommands } from './campaign-commands';
import { CampaignJournal } from './campaign-journal';
import { CampaignPublisher } from './campaign-publisher';
import { endErrors, periodErrors } from './campaign.rules';

/** 重点时段排查: drawn up, published to the villages, ended. */
@Injectable()
export class CampaignService {
  constructor(
    private readonly commands: Commands,
    private readonly campaigns: CampaignCommands,
    private readonly publisher: CampaignPublisher,
    private readonly numbers: Numbers,
    private readonly crypto: FieldCrypto,
    private readonly journal: CampaignJournal,
    private readonly keys: FileKeyStore,
  ) {}

  /** 起草. Nobody below hears of it before it is published. Returns the id. @throws InvalidInput 422 */
  create(ctx: RequestContext, dto: DrawUpCampaignRequest): Promise<string> {
    return this.commands.run(ctx, async (tx) => {
      this.check(tx, dto);
      const id = newId(tx.now.getTime());
      await this.keys.createKeys([id]);
      const { districtCode, agencyId, userId } = tx.actor;
      tx.insert(CampaignEntity, {
        id,
        districtCode,
        number: await this.numbers.next('PC'),
        kind: dto.kind,
        state: 'draft',
        ownerAgencyId: agencyId,
        regions: dto.regions,
        categories: dto.categories,
        checklist: dto.checklist,
        startsOn: dto.startsOn,
        endsOn: dto.endsOn,
        body: await this.seal(id, dto),
        createdBy: userId,
        createdAt: tx.now,
      });
      for (const principalId of this.publisher.overseers(tx))
        tx.insert(CampaignAccessEntity, {
          campaignId: id,
          principalId,
          districtCode,
          reason: 'oversight',
          validFrom: tx.now,
        });
      await this.journal.write(tx, {
        campaignId: id,
        action: 'create',
        to: 'draft',
        data: { kind: dto.kind },
      });
      return id;
    });
  }

  revise(ctx: RequestContext, id: string, dto: DrawUpCampaignRequest): Promise<string> {
    return this.campaigns.run(ctx, id, 'revise', async (tx) => {
      this.check(tx, dto);
      await tx.execute(
        `UPDATE campaign SET kind = $2, regions = $3, categories = $4, checklist = $5, starts_on = $6, ends_on = $7, body = $8 WHERE id = $1`,
        [
          id,
          dto.kind,
          dto.regions,
          dto.categories,
          dto.checklist,
          dto.startsOn,
          dto.endsOn,
          await this.seal(id, dto),
        ],
      );
      return { data: { kind: dto.kind } };
    });
  }

  /** 发布: a sheet with a clock for each village, a line on it for each child. */
  publish(ctx: RequestContext, id: string): Promise<string> {
    return this.campaigns.run(ctx, id, 'publish', async (tx, campaign) => {
      refuse(endErrors(campaign.starts_on, campaign.ends_on, tx.now));
      const made = await this.publisher.publish(tx, campaign);
      await tx.execute('UPDATE campaign SET opened_at = $2 WHERE id = $1', [id, tx.now]);
      return { data: made };
    });
  }

  withdraw(ctx: RequestContext, id: string, { reason }: WithdrawCampaignRequest): Promise<string> {
    return this.campaigns.run(ctx, id, 'withdraw', () => Promise.resolve({ note: reason }));
  }

  /** 调整截止日期: the clocks that run end on the new day. */
  extend(ctx: RequestContext, id: string, { endsOn, reason }: ExtendCampaignRequest): Promise<string> {
    return this.campaigns.run(ctx, id, 'extend', async (tx, campaign) => {
      refuse(endErrors(campaign.starts_on, endsOn, tx.now));
      if (endsOn === campaign.ends_on) throw new InvalidInput({ endsOn: ['与现在的截止日期相同'] });
      await tx.execute('UPDATE campaign SET ends_on = $2 WHERE id = $1', [id, endsOn]);
      await this.publisher.moveClocks(tx, id, endsOn);
      return { note: reason, data: { from: campaign.ends_on, to: endsOn } };
    });
  }

  close(ctx: RequestContext, id: string, { conclusion }: CloseCampaignRequest): Promise<string> {
    return this.campaigns.run(ctx, id, 'close', async (tx, { unsigned }) => {
      await tx.execute('UPDATE campaign SET closed_at = $2 WHERE id = $1', [id, tx.now]);
      await this.publisher.stopClocks(tx, id);
      return { note: conclusion, data: { unsigned } };
    });
  }

  private check(tx: Tx, dto: DrawUpCampaignRequest): void {
    this.publisher.check(tx, dto);
    refuse(periodErrors(dto, tx.now));
  }

  private seal(id: string, { title, instructions }: DrawUpCampaignRequest): Promise<Buffer> {
    return this.crypto.encryptJson(id, 'campaign.body', id, { title, instructions });
  }
}
