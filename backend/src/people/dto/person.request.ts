import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { KeepsNulls } from '../../platform/http';

const isStated = (_: object, value: unknown): boolean => value !== undefined;

/** Plain data of a person; an absent field stays, null clears it. The ID number is given whole, never masked. */
@KeepsNulls()
export class UpdatePersonRequest {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string | null;

  @ValidateIf(isStated)
  @IsIn(['male', 'female', 'unknown'], { message: '请选择性别，不知道请选「不清楚」' })
  sex?: 'male' | 'female' | 'unknown';

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写出生日期，例如 2015-03-15' })
  birthDate?: string | null;

  @ValidateIf(isStated)
  @IsBoolean()
  birthDateEstimated?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  idNumber?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  noIdReason?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  regionCode?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  school?: string | null;
}
