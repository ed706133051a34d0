import { IsBoolean, IsEmail, IsOptional, Matches, MaxLength } from 'class-validator';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class KeepContactRequest {
  @IsOptional()
  @Matches(/^1\d{10}$/, { message: '请填写 11 位手机号码' })
  phone?: string;

  @IsOptional()
  @IsEmail({}, { message: '请填写完整的电子邮件地址，例如 name@example.gov.cn' })
  @MaxLength(200, { message: '电子邮件地址最长 200 个字符' })
  email?: string;

  /** Without it nothing is kept. */
  @IsBoolean({ message: '请选择是否同意' })
  agreed: boolean;

  @IsOptional()
  @Matches(TIME, { message: '请填写时刻，例如 22:00' })
  quietFrom?: string;

  @IsOptional()
  @Matches(TIME, { message: '请填写时刻，例如 07:00' })
  quietTo?: string;
}
