import { Injectable } from '@nestjs/common';
import { newId, type RequestContext } from '../../../kernel';
import { FieldCrypto, FileKeyStore } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { AddScreenedChildRequest, RecordScreeningRequest } from '../dto/campaign-sheet.request';
import { CampaignTaskEntity } from '../entities';
import { refuse } from '../refuse';
import { WatchJournal } from '../watch/watch-journal';
import { CampaignSheetCommands, type SheetRow, type TaskRow } from './campaign-sheet-commands';
import { type ScreeningForm, screeningErrors, type TaskState } from './campaign.rules';

/** What a task says in words: about the child, and who it is when nobody watches it yet. */
export interface TaskBody {
  readonly note?: string | undefined;
  readonly name?: string | undefined;
  readonly sex?: 'male' | 'female' | 'unknown';
  readonly age?: number | undefined;
  readonly address?: string;
}

/** 登记: one child after the other is met, or somebody says why not; a child who is not on the list is added. */
@Injectable()
export class CampaignScreening {
  constructor(
    private readonly sheets: CampaignSheetCommands,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
    private readonly watchJournal: WatchJournal,
    private readonly keys: FileKeyStore,
  ) {}

  /** Recorded again, the earlier words stay below the new ones. @throws InvalidInput 422, ActionRefused 409 */
  record(ctx: RequestContext, id: string, dto: RecordScreeningRequest): Promise<string> {
    return this.sheets.run(ctx, id, 'record-child', async (tx, sheet) => {
      this.check(sheet, dto);
      const task = await this.sheets.task(tx, id, dto.taskId);
      const body = await this.body(task);
      await this.store(tx, task, dto, { ...body, note: joined(dto.note, body.note) });
      if (task.watch_item_id !== null && task.child_id !== null)
        await this.tellFile(tx, { itemId: task.watch_item_id, childId: task.child_id }, dto);
      return { data: { taskId: task.id, ...facts(dto) } };
    });
  }

  add(ctx: RequestContext, id: string, dto: AddScreenedChildRequest): Promise<string> {
    return this.sheets.run(ctx, id, 'add-child', async (tx, sheet) => {
      this.check(sheet, dto);
      const taskId = newId(tx.now.getTime());
      await this.keys.createKeys([taskId]);
      const { name, sex, age, address, note } = dto;
      tx.insert(CampaignTaskEntity, {
        id: taskId,
        districtCode: tx.actor.districtCode,
        campaignId: sheet.campaign_id,
        sheetId: id,
        agencyId: sheet.agency_id,
        stationAgencyId: sheet.station_agency_id,
        watchItemId: null,
        state: stateOf(dto),
        findings: dto.findings,
        notMetReason: dto.notMetReason ?? null,
        body: await this.crypto.encryptJson(taskId, 'campaign_task.body', taskId, {
          name,
          sex,
          age,
          address,
          note,
        }),
        workedBy: tx.actor.userId,
        workedAt: tx.now,
      });
      return { data: { taskId, ...facts(dto) } };
    });
  }

  /** The words of a task; none before it is recorded. */
  async body(task: Pick<TaskRow, 'id' | 'child_id' | 'body'>): Promise<TaskBody> {
    if (task.body === null) return {};
    const key = task.child_id ?? task.id;
    return (await this.crypto.decryptJson(key, 'campaign_task.body', task.id, task.body)) as TaskBody;
  }

  private check(sheet: SheetRow, form: ScreeningForm): void {
    if (form.notMetReason !== undefined)
      this.reference.requireCode('CAMPAIGN_NOT_MET', form.notMetReason, 'notMetReason');
    refuse(screeningErrors(form, sheet.checklist));
  }

  private async store(tx: Tx, task: TaskRow, dto: RecordScreeningRequest, body: TaskBody): Promise<void> {
    const key = task.child_id ?? task.id;
    await tx.execute(
      `UPDATE campaign_task SET state = $2, findings = $3, not_met_reason = $4, body = $5, worked_by = $6, worked_at = $7 WHERE id = $1`,
      [
        task.id,
        stateOf(dto),
        dto.findings,
        dto.notMetReason ?? null,
        await this.crypto.encryptJson(key, 'campaign_task.body', task.id, body),
        tx.actor.userId,
        tx.now,
      ],
    );
  }

  /** 一人一档: the child's own file says that it was screened, and when it was last seen. Its round of visits goes on as planned. */
  private async tellFile(
    tx: Tx,
    file: { readonly itemId: string; readonly childId: string },
    dto: RecordScreeningRequest,
  ): Promise<void> {
    if (dto.met)
      await tx.execute('UPDATE watch_item SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1', [
        file.itemId,
        tx.now,
      ]);
    await this.watchJournal.write(tx, { ...file, action: 'screen', note: dto.note, data: facts(dto) });
  }
}

const stateOf = ({ met }: ScreeningForm): TaskState => (met ? 'done' : 'not_met');

const facts = ({ met, findings }: ScreeningForm): { met: boolean; findings: readonly string[] } => ({
  met,
  findings,
});

function joined(note: string | undefined, before: string | undefined): string | undefined {
  return before === undefined ? note : [note, `原来登记：${before}`].filter(Boolean).join('\n');
}
