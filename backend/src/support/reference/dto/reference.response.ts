import { ApiProperty } from '@nestjs/swagger';
import type { AccountRole } from '../../../kernel';

export class CodeItemResponse {
  code: string;
  name: string;
  note?: string;
}

/** A situation a report can be about (强制报告意见 art 4 and the intake table). */
export class SituationResponse {
  code: string;
  name: string;
  text: string;
  /** C1–C6. */
  category: string;
  mandatory: boolean;
  policeRequired: boolean;
  defaultUrgency: 'U0' | 'U1' | 'U2' | 'U3';
}

export class RegionResponse {
  code: string;
  name: string;
  level: 'district' | 'township' | 'village';
  parentCode: string | null;
}

export class AgencyResponse {
  id: string;
  name: string;
  kind: string;
  kindName: string;
  regionCode: string;
  logsIn: boolean;
  /** The agency above it in its own line. */
  supervisorAgencyId: string | null;
}

export class HandlerResponse {
  id: string;
  displayName: string;
  role: AccountRole;
  agencyId: string;
}

/** One answer; screens show its sentence, never a number. */
export class InstrumentOptionResponse {
  value: string;
  anchor: string;
}

export class InstrumentItemResponse {
  code: string;
  question: string;
  help: string;
  ifYes: 'U0' | 'U1' | 'U2' | 'U3' | null;
  options: InstrumentOptionResponse[] | null;
}

export class InstrumentResponse {
  code: string;
  version: number;
  title: string;
  intro: string;
  kind: 'screen' | 'score';
  items: InstrumentItemResponse[];
}

export class ReferenceResponse {
  situations: SituationResponse[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/CodeItemResponse' } },
  })
  codeSets: Record<string, CodeItemResponse[]>;

  regions: RegionResponse[];
  agencies: AgencyResponse[];
  users: HandlerResponse[];

  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/InstrumentResponse' } })
  instruments: Record<string, InstrumentResponse>;
}
