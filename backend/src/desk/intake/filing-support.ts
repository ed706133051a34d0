import { Injectable } from '@nestjs/common';
import { CaseLog } from '../../casefile';
import { FieldCrypto, SpareKeys } from '../../platform/crypto';
import { Clock, type Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { Numbers } from '../coordination';
import type { CreateReportRequest } from './dto/report.request';
import { ReportTokens } from './report-tokens';

export type SealedReporter = Record<'reporter.name' | 'reporter.phone' | 'reporter.position', Buffer | null>;

/** Encrypts who reported under a key of its own, so that destroying it forgets the reporter and nothing else. */
@Injectable()
export class ReporterSeal {
  constructor(private readonly crypto: FieldCrypto) {}

  encrypt(reporterId: string, dto: CreateReportRequest): Promise<SealedReporter> {
    return this.crypto.encryptMany(reporterId, reporterId, {
      'reporter.name': dto.reporterName ?? null,
      'reporter.phone': dto.reporterPhone ?? null,
      'reporter.position': dto.reporterPosition ?? null,
    });
  }
}

/** Numbers, keys, clock, search tokens and the agencies a filing needs. */
@Injectable()
export class FilingSupport {
  constructor(
    readonly numbers: Numbers,
    readonly keys: SpareKeys,
    readonly log: CaseLog,
    readonly tokens: ReportTokens,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Codes that no list of this district offers. */
  codeErrors(districtCode: string, dto: CreateReportRequest): Record<string, string[]> {
    const errors: Record<string, string[]> = {};
    const check = (set: string, code: string | undefined, field: string): void => {
      if (code !== undefined && this.reference.codeName(set, code) === undefined)
        errors[field] = ['请从列表中选择一项'];
    };
    dto.situations.forEach((code, index) => {
      if (this.reference.situation(code) === undefined)
        errors[`situations.${index}`] = ['请从列表中选择情形'];
    });
    check('CHANNELS', dto.channel, 'channel');
    check('REPORTER_UNIT_TYPES', dto.unitType, 'unitType');
    dto.children.forEach((child, index) =>
      check('RELATIONS', child.guardianRelation, `children.${index}.guardianRelation`),
    );
    dto.suspects.forEach((suspect, index) =>
      check('PERPETRATOR_TYPES', suspect.perpetratorType, `suspects.${index}.perpetratorType`),
    );
    if (
      dto.regionCode !== undefined &&
      this.reference.region(dto.regionCode)?.districtCode !== districtCode
    ) {
      errors.regionCode = ['请从列表中选择本区县的地区'];
    }
    return errors;
  }

  /** The district's front door (一门受理): the agency that receives every report. */
  intakeAgency(districtCode: string): string {
    const [agency] = this.reference.agenciesOfKind(districtCode, 'intake');
    if (agency === undefined) throw new Error(`District ${districtCode} has no intake agency`);
    return agency.id;
  }

  /** 谁不能知道: what the hints mean in agencies, effective from the first second. Intake itself must know. */
  exclusions(tx: Tx, dto: CreateReportRequest, intake: string): { principalId: string; hint: string }[] {
    const { districtCode, agencyId } = tx.actor;
    const { regionCode } = dto;
    const near = (kind: string): string[] =>
      regionCode === undefined
        ? []
        : this.reference
            .agenciesOfKind(districtCode, kind, regionCode)
            .filter((agency) => this.reference.isWithin(regionCode, agency.regionCode))
            .map(({ id }) => id);
    const found = dto.exclusionHints.flatMap((hint): { principalId: string; hint: string }[] => {
      if (hint === 'SAME_UNIT') return [{ principalId: agencyId, hint }];
      if (hint === 'VILLAGE') return near('village').map((principalId) => ({ principalId, hint }));
      if (hint === 'TOWNSHIP') return near('township').map((principalId) => ({ principalId, hint }));
      return [];
    });
    const once = new Map(found.map((item) => [item.principalId, item]));
    once.delete(intake);
    return [...once.values()];
  }
}
