import { IsOptional, IsUUID } from 'class-validator';

export class AssignRequest {
  @IsUUID(undefined, { message: '请选择承办单位' })
  agencyId: string;

  /** Leave out to let the agency choose among its own people. */
  @IsOptional()
  @IsUUID(undefined, { message: '请选择承办人' })
  userId?: string;
}
