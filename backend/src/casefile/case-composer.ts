import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { DeadlineQueries } from '../support/deadlines';
import { CaseAttachments } from './case-attachments';
import { type CaseFieldClass, maskedFields, maySeeClass } from './case-fields.policy';
import { CaseParties, type PeopleParts } from './case-parties';
import { readerOf } from './case-reader';
import type { CaseRow } from './case-rows';
import { CaseSections, type SectionViews } from './case-sections';
import { ClosingQueries } from './closing.queries';
import { type LifecycleParts, LifecycleQueries } from './lifecycle/lifecycle.queries';
import type { CaseResponse } from './dto/case.response';
import { Timelines } from './timelines';
import { upcomingEntries } from './upcoming.rules';

export type ComposedParts = PeopleParts &
  SectionViews &
  LifecycleParts &
  Pick<CaseResponse, 'closing' | 'attachments' | 'deadlines' | 'timeline' | '_masked'>;

/** Puts the page of a case together from what each room knows, leaving out what this reader may not see. */
@Injectable()
export class CaseComposer {
  constructor(
    private readonly sections: CaseSections,
    private readonly parties: CaseParties,
    private readonly closings: ClosingQueries,
    private readonly lifecycle: LifecycleQueries,
    private readonly timelines: Timelines,
    private readonly clocks: DeadlineQueries,
    private readonly attachments: CaseAttachments,
  ) {}

  async parts(tx: Tx, row: CaseRow): Promise<ComposedParts> {
    const reader = readerOf(tx, row);
    const file = { id: row.id, childId: row.child_id, incidentId: row.incident_id };
    const masked = maskedFields(reader, row.situations);
    const shown = (field: string): boolean => !masked.includes(field);
    const people = await this.parties.read(tx, row, reader);
    const may = (fieldClass: CaseFieldClass): boolean => maySeeClass(reader, row.situations, fieldClass);
    const sections = await this.sections.read(tx, file, shown, may);
    const deadlines = await this.clocks.forSubjects(tx, { caseId: row.id });
    const past = await this.timelines.ofCase(tx, file, { hidesKeepers: !may('placementAddress') });
    const lifecycle = await this.lifecycle.read(tx, file, shown);
    const ahead = upcomingEntries(row.phase, { ...sections, ...lifecycle, deadlines });
    return {
      ...people,
      ...sections,
      ...lifecycle,
      // An order's page names the child too; whoever may not know it reads the order without the name.
      workOrders: may('identity') ? sections.workOrders : withoutNames(sections.workOrders),
      closing: shown('closing') ? await this.closings.latest(tx, file, row.phase) : null,
      attachments: shown('attachments') ? await this.attachments.list(tx, row) : null,
      deadlines,
      timeline: [...past, ...ahead],
      _masked: masked,
    };
  }
}

function withoutNames(orders: SectionViews['workOrders']): SectionViews['workOrders'] {
  return orders?.map((order) => ({ ...order, childName: null })) ?? null;
}
