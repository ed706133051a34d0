import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsUUID, Min, ValidateIf } from 'class-validator';
import { KeepsNulls } from '../../../platform/http';

@KeepsNulls()
export class SaveDraftRequest {
  /** The record being worked on; a new report has none. */
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  /** What was typed, as the form keeps it; at most 200 kB of JSON. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  body: Record<string, unknown>;

  /** The version the text grew from; null or absent when there was none. */
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsInt()
  @Min(0)
  baseVersion?: number | null;
}
