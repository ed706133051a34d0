import { ApiProperty } from '@nestjs/swagger';

export class DraftResponse {
  /** Null when there is no draft. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  body: Record<string, unknown> | null;

  /** 0 when there is no draft. */
  version: number;
  updatedAt: string | null;
}

export class SavedDraftResponse {
  version: number;
  updatedAt: string;
}
