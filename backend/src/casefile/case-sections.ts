import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import type { CaseFieldClass } from './case-fields.policy';
import type { CaseResponse } from './dto/case.response';

/** Parts of a case page that rooms above casefile own. */
export const CASE_SECTIONS = [
  'reports',
  'transfers',
  'workOrders',
  'agencyNotices',
  'safetyChecks',
  'medicalRecords',
  'custodies',
  'placements',
  'handovers',
  'assessments',
  'alerts',
  'plans',
  'services',
  'planReviews',
  'guidance',
  'visits',
  'conferences',
  'invitations',
  'proceedings',
  'measures',
  'guardianship',
] as const;
export type CaseSection = (typeof CASE_SECTIONS)[number];

/** The case a section is read for; what the section holds is encrypted under the child's key. */
export interface SectionCase {
  readonly id: string;
  readonly childId: string;
  readonly incidentId: string;
}

/** Whether the reader of the page may see a class of fields, for sections that hold more than one. */
export type MaySee = (fieldClass: CaseFieldClass) => boolean;
export type SectionReader<S extends CaseSection> = (
  tx: Tx,
  file: SectionCase,
  may: MaySee,
) => Promise<CaseResponse[S]>;
export type SectionViews = Pick<CaseResponse, CaseSection>;

/** Rooms above register how to read their part; casefile composes the page and never looks up. */
@Injectable()
export class CaseSections {
  private readonly readers: { [S in CaseSection]?: SectionReader<S> } = {};

  register<S extends CaseSection>(section: S, reader: SectionReader<S>): void {
    if (this.readers[section] !== undefined) throw new Error(`Two sources of the case section ${section}`);
    const readers: { [K in CaseSection]?: SectionReader<K> | undefined } = this.readers;
    readers[section] = reader as (typeof readers)[S];
  }

  /** The sections `wanted`; the others stay null. */
  async read(
    tx: Tx,
    file: SectionCase,
    wanted: (section: CaseSection) => boolean,
    may: MaySee,
  ): Promise<SectionViews> {
    const one = async <S extends CaseSection>(section: S): Promise<CaseResponse[S] | null> => {
      const reader = this.readers[section];
      return reader && wanted(section) ? reader(tx, file, may) : null;
    };
    const views: Partial<Record<CaseSection, unknown>> = {};
    for (const section of CASE_SECTIONS) views[section] = await one(section);
    return views as SectionViews;
  }
}
