import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../../kernel';
import { type Tx, visibility } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { ProposeWatchRequest } from '../dto/watch-proposal.request';
import { Places } from '../places';
import { refuse } from '../refuse';
import { categoryErrors, type CategoryForm } from './watch.rules';

/** What is checked before a file is opened or rewritten. */
@Injectable()
export class ProposalChecks {
  constructor(
    private readonly places: Places,
    private readonly reference: ReferenceData,
  ) {}

  /** The place is the actor's own, and the screening it came from is one the actor works on. @throws InvalidInput 422 */
  async check(tx: Tx, dto: ProposeWatchRequest): Promise<void> {
    if (!this.places.isOwn(tx.actor, dto.regionCode))
      throw new InvalidInput({ regionCode: ['请选择本单位辖区内的村（社区）；别处的孩子请点「我要报告」'] });
    if (dto.campaignTaskId === undefined) return;
    const [task] = await tx.query<{ watch_item_id: string | null }>(
      `SELECT t.watch_item_id FROM campaign_task t WHERE t.id = $1 AND ${visibility.campaignTask('t')}`,
      [dto.campaignTaskId],
    );
    if (task?.watch_item_id !== null)
      throw new InvalidInput({ campaignTaskId: ['没有找到这条排查记录，请从排查页面重新进入'] });
  }

  /** Known codes that fit the age of the child. @throws InvalidInput 422 */
  async categories(tx: Tx, form: CategoryForm, childId: string): Promise<void> {
    form.categories.forEach((code, index) =>
      this.reference.requireCode('WATCH_CATEGORIES', code, `categories.${index}`),
    );
    const [child] = await tx.query<{ birth_date: string | null }>(
      `SELECT p.birth_date::text AS birth_date FROM person p WHERE p.id = $1`,
      [childId],
    );
    refuse(categoryErrors(form, child?.birth_date ?? null, tx.now));
  }
}
