import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { AppDatabase, visibility } from '../../platform/database';
import type { Change, ChangeKind } from './changes';

const VISIBLE = `
  SELECT c.kind, c.id FROM unnest($1::text[], $2::uuid[]) AS c (kind, id)
   WHERE CASE c.kind
     WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = c.id AND ${visibility.report('r')})
     WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file f WHERE f.id = c.id AND ${visibility.case('f')})
     WHEN 'work_order' THEN EXISTS (SELECT 1 FROM work_order w WHERE w.id = c.id AND ${visibility.workOrder('w')})
     WHEN 'watch_item' THEN EXISTS (SELECT 1 FROM watch_item i WHERE i.id = c.id AND ${visibility.watchItem('i')})
     WHEN 'campaign' THEN EXISTS (SELECT 1 FROM campaign g WHERE g.id = c.id AND ${visibility.campaign('g')})
     WHEN 'notice' THEN EXISTS (SELECT 1 FROM notice n WHERE n.id = c.id AND ${visibility.notice('n')})
     ELSE false END`;

/** Which changes a person may hear of. Even that a record changed is a fact about it. */
@Injectable()
export class ChangeVisibility {
  constructor(private readonly database: AppDatabase) {}

  async visible(
    ctx: RequestContext,
    changes: readonly Change[],
  ): Promise<{ kind: ChangeKind; id: string }[]> {
    const kinds = changes.map(({ kind }) => kind);
    const ids = changes.map(({ id }) => id);
    return this.database.inTransaction(ctx, (tx) => tx.query(VISIBLE, [kinds, ids]));
  }
}
