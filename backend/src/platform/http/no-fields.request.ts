import { IsBoolean, IsOptional } from 'class-validator';

/** The body of an action that needs no facts. (The validator refuses classes without a single rule.) */
export class NoFieldsRequest {
  @IsOptional()
  @IsBoolean()
  confirmed?: boolean;
}
