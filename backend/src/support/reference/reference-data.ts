import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InvalidInput, systemContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { Logger } from '../../platform/logging';
import { type Permission, roleMay } from '../access';
import { type CodeRow, ReferenceSnapshot } from './reference-snapshot';
import type { Agency, CodeName, Handler, Instrument, Region, Situation } from './reference.types';
import { type Duty, whoActs } from './who-acts';

/** How old the copy in memory may be, in ms; an administrator's change holds after this long in every process. */
const REFRESH_MS = 30_000;

/**
 * Reference data in memory, so that no command waits for it. The copy holds every district of the installation; what
 * leaves it is filtered by district.
 */
@Injectable()
export class ReferenceData implements OnModuleInit, OnModuleDestroy {
  private snapshot = new ReferenceSnapshot({ codes: [], regions: [], agencies: [], handlers: [] });
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: AppDatabase,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    // The old copy stays good while the database is away; the next tick tries again.
    const tick = (): void =>
      void this.refresh().catch(() => this.logger.warn('reference data could not be refreshed'));
    this.timer = setInterval(tick, REFRESH_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads everything again now. */
  async refresh(): Promise<void> {
    const source = this.database.dataSource;
    const codes = await source.query<CodeRow[]>(
      `SELECT set_code, code, name, body FROM code_item WHERE set_code <> 'DEMO_ACCOUNT' ORDER BY set_code, sort, code`,
    );
    const regions = await source.query<Region[]>(
      `SELECT code, name, level, parent_code AS "parentCode", district_code AS "districtCode" FROM region ORDER BY code`,
    );
    const agencies: Omit<Agency, 'kindName' | 'canBeSupervised'>[] = [];
    const handlers: Handler[] = [];
    for (const { code } of regions.filter(({ level }) => level === 'district')) {
      const district = await this.ofDistrict(code);
      agencies.push(...district.agencies);
      handlers.push(...district.handlers);
    }
    this.snapshot = new ReferenceSnapshot({ codes, regions, agencies, handlers });
  }

  /** The situation of a code; undefined for an unknown one. */
  situation(code: string): Situation | undefined {
    return this.snapshot.situations.get(code);
  }

  /** All situations in the order of the reporting form. */
  situations(): Situation[] {
    return [...this.snapshot.situations.values()];
  }

  /** The Chinese name of a code; undefined for an unknown one. */
  codeName(set: string, code: string): string | undefined {
    return this.snapshot.codeName(set, code);
  }

  /** The codes of a set in their order. */
  codes(set: string): CodeName[] {
    return this.snapshot.codes(set);
  }

  region(code: string): Region | undefined {
    return this.snapshot.regions.get(code);
  }

  /** Whether a place is the other one or lies in it. */
  isWithin(code: string, ancestor: string): boolean {
    for (let at: string | null | undefined = code; at; at = this.region(at)?.parentCode)
      if (at === ancestor) return true;
    return false;
  }

  /** The districts of this installation. */
  districts(): Region[] {
    return [...this.snapshot.regions.values()].filter(({ level }) => level === 'district');
  }

  /** Places of a district, parents first. */
  regionsOf(districtCode: string): Region[] {
    return [...this.snapshot.regions.values()].filter((region) => region.districtCode === districtCode);
  }

  agency(id: string): Agency | undefined {
    return this.snapshot.agencies.get(id);
  }

  /** The agency that hears of what this one lets slip (督办); itself when nobody stands above it. */
  supervisorOf(agencyId: string): string {
    return this.agency(agencyId)?.supervisorAgencyId ?? agencyId;
  }

  agenciesOf(districtCode: string): Agency[] {
    return [...this.snapshot.agencies.values()].filter((agency) => agency.districtCode === districtCode);
  }

  /** Agencies of a kind, nearest first: the place's own, its township's, the district's, then the others. */
  agenciesOfKind(districtCode: string, kind: string, regionCode?: string): Agency[] {
    return this.snapshot.agenciesOfKind(districtCode, kind, regionCode);
  }

  /** Accounts work can be given to. */
  handlersOf(districtCode: string): Handler[] {
    return this.snapshot.handlers.filter((handler) => handler.districtCode === districtCode);
  }

  /** Whether anybody of an agency can sign in and do this. */
  hasPeople(agencyId: string, permission: Permission): boolean {
    if (this.agency(agencyId)?.logsIn !== true) return false;
    return this.snapshot.handlers.some(
      (handler) => handler.agencyId === agencyId && roleMay(handler.role, permission),
    );
  }

  /** 区级兜底: the nearest level with an account that may do it. Undefined: nobody in the district can. */
  whoActs(duty: Duty): Agency | undefined {
    return whoActs(this, duty);
  }

  instrument(code: string): Instrument | undefined {
    return this.snapshot.instruments.get(code);
  }

  instruments(): Instrument[] {
    return [...this.snapshot.instruments.values()];
  }

  /** @throws InvalidInput 422 at `field` when the set has no such code */
  requireCode(set: string, code: string, field: string): void {
    if (this.snapshot.codeName(set, code) === undefined)
      throw new InvalidInput({ [field]: ['请从列表中选择一项'] });
  }

  /** @throws InvalidInput 422 at `field` unless the place is one of the district */
  requireRegion(districtCode: string, code: string, field: string): void {
    if (this.region(code)?.districtCode !== districtCode)
      throw new InvalidInput({ [field]: ['请选择本区县的乡镇或村（社区）'] });
  }

  /** @throws InvalidInput 422 at `field` unless the agency is one of the district */
  requireAgency(districtCode: string, id: string, field: string): Agency {
    const agency = this.agency(id);
    if (agency?.districtCode !== districtCode) throw new InvalidInput({ [field]: ['请选择本区县的单位'] });
    return agency;
  }

  /** Agencies and accounts are behind row-level security, so each district is read as itself. */
  private ofDistrict(
    code: string,
  ): Promise<{ agencies: Omit<Agency, 'kindName' | 'canBeSupervised'>[]; handlers: Handler[] }> {
    return this.database.inTransaction(systemContext(code, 'ReferenceData.refresh'), async (tx) => ({
      agencies: await tx.query(
        `SELECT id, district_code AS "districtCode", region_code AS "regionCode", kind, name, supervisor_agency_id AS "supervisorAgencyId",
                logs_in AS "logsIn" FROM agency ORDER BY region_code, kind, id`,
      ),
      handlers: await tx.query(
        `SELECT id, district_code AS "districtCode", display_name AS "displayName", role, agency_id AS "agencyId" FROM app_user
          WHERE disabled_at IS NULL AND role NOT IN ('school_reporter', 'unit_reporter', 'hotline_operator', 'wcc_officer', 'auditor', 'administrator') ORDER BY agency_id, display_name, id`,
      ),
    }));
  }
}
