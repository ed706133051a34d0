import { Controller, Get } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import type { RequestContext, Role } from '../../kernel';
import { Can, Ctx } from '../access';
import { CodeItemResponse, InstrumentResponse, ReferenceResponse } from './dto/reference.response';
import { ReferenceData } from './reference-data';
import type { Instrument } from './reference.types';

/** Sets that screens choose from. */
const CODE_SETS = [
  'SEX',
  'RELATIONS',
  'PERPETRATOR_TYPES',
  'CHANNELS',
  'REPORTER_UNIT_TYPES',
  'AUTHORITIES',
  'SCREEN_OUT_CHECKS',
  'CLOSE_REASONS',
  'SUSPEND_REASONS',
  'FOLLOW_UP_STATES',
  'FOLLOW_UP_ADVICE',
  'RETENTIONS',
  'VISIT_TYPES',
  'VISIT_ITEMS',
  'SUPPORT_TYPES',
  'RETURN_REASONS',
  'EXCLUSION_HINTS',
  'NO_ID_REASONS',
  'CLOSING_CHECKS',
  'SAFETY_DECISIONS',
  'RISK_LEVELS',
  'GUIDANCE_METHODS',
  'SERVICE_PROGRESS',
  'REVIEW_DECISIONS',
  'TEMP_CUSTODY_REASONS',
  'LONG_TERM_GROUNDS',
  'EMERGENCY_TRIGGERS',
  'MEDICAL_KINDS',
  'MEDICAL_AUTHORISERS',
  'COST_BEARERS',
  'PLACEMENT_KINDS',
  'PLACEMENT_BASES',
  'CARER_CHECKS',
  'CARE_EXITS',
  'HANDOVER_FROM',
  'HANDOVER_TO',
  'POLICE_OUTCOMES',
  'SCHOOL_STAGES',
  'ROUTING_CONDITIONS',
  'WATCH_CATEGORIES',
  'WATCH_END_REASONS',
  'CAMPAIGN_KINDS',
  'CAMPAIGN_CHECKS',
  'CAMPAIGN_NOT_MET',
  'AGENCY_KINDS',
  'EVIDENCE_TYPES',
  'MEASURE_END_RESULTS',
  'PO_MEASURES',
  'REVOKE_APPLICANTS',
  'REVOKE_EVIDENCE_PACK',
  'REVOKE_GROUNDS',
] as const;

/** They report and hear the answer; whom the work goes to is not their choice. */
const REPORTERS_ONLY: ReadonlySet<Role> = new Set(['school_reporter', 'unit_reporter']);

@Controller('reference')
@ApiExtraModels(CodeItemResponse, InstrumentResponse)
export class ReferenceController {
  constructor(private readonly reference: ReferenceData) {}

  /** Everything screens choose from, of the actor's own district. A reporter chooses no agencies and no colleagues. */
  @Get()
  @Can('reference.read')
  get(@Ctx() { actor }: RequestContext): ReferenceResponse {
    const { districtCode, role } = actor;
    const staff = !REPORTERS_ONLY.has(role);
    return {
      situations: this.reference.situations(),
      codeSets: Object.fromEntries(CODE_SETS.map((set) => [set, this.reference.codes(set)])),
      regions: this.reference
        .regionsOf(districtCode)
        .map(({ code, name, level, parentCode }) => ({ code, name, level, parentCode })),
      agencies: staff
        ? this.reference
            .agenciesOf(districtCode)
            .map(({ id, name, kind, kindName, regionCode, logsIn, supervisorAgencyId }) => ({
              id,
              name,
              kind,
              kindName,
              regionCode,
              logsIn,
              supervisorAgencyId,
            }))
        : [],
      users: staff
        ? this.reference
            .handlersOf(districtCode)
            .map(({ id, displayName, role: post, agencyId }) => ({ id, displayName, role: post, agencyId }))
        : [],
      instruments: Object.fromEntries(
        this.reference.instruments().map((instrument) => [instrument.code, toInstrumentResponse(instrument)]),
      ),
    };
  }
}

function toInstrumentResponse({ scoring: _, items, ...plain }: Instrument): InstrumentResponse {
  return {
    ...plain,
    items: items.map(({ options, ...item }) => ({
      ...item,
      options: options?.map(({ value, anchor }) => ({ value, anchor })) ?? null,
    })),
  };
}
