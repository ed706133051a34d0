import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class SignInRequest {
  @IsString()
  @MinLength(1, { message: '请填写账号' })
  @MaxLength(100)
  username: string;

  @IsString()
  @MinLength(1, { message: '请填写密码' })
  @MaxLength(200)
  password: string;

  /** One-time code of an authenticator, where the installation asks for one. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  otp?: string;
}
