import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';

const HTTP = /^https?:\/\//;

export const toInt = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** 通知渠道: ways to reach a person outside the console; each is absent until its address is set. */
export class NotifyEnvDto {
  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'NOTIFY_TIMEOUT_MS 应为毫秒数，例如 8000' })
  @Min(100, { message: 'NOTIFY_TIMEOUT_MS 至少为 100' })
  @Max(15_000, { message: 'NOTIFY_TIMEOUT_MS 最大为 15000' })
  NOTIFY_TIMEOUT_MS = 8_000;

  @IsOptional()
  @Matches(HTTP, { message: 'NOTIFY_SMS_URL 应以 http:// 或 https:// 开头' })
  NOTIFY_SMS_URL?: string;

  @IsOptional()
  @IsIn(['GET', 'POST'], { message: 'NOTIFY_SMS_METHOD 只能是 GET 或 POST' })
  NOTIFY_SMS_METHOD: 'GET' | 'POST' = 'POST';

  /** JSON. */
  @IsOptional()
  @IsString()
  NOTIFY_SMS_HEADERS = '{"content-type":"application/json"}';

  @IsOptional()
  @IsString()
  NOTIFY_SMS_BODY?: string;

  @IsOptional()
  @Matches(/^[\w.]+=[^=]*$/, { message: 'NOTIFY_SMS_SUCCESS 应写成“路径=值”，例如 code=0' })
  NOTIFY_SMS_SUCCESS?: string;

  @IsOptional()
  @Matches(/^[\w.]+$/, { message: 'NOTIFY_SMS_ID_PATH 应写成路径，例如 data.msgId' })
  NOTIFY_SMS_ID_PATH?: string;

  @IsOptional()
  @Matches(HTTP, { message: 'NOTIFY_WEBHOOK_URL 应以 http:// 或 https:// 开头' })
  NOTIFY_WEBHOOK_URL?: string;

  @IsOptional()
  @MinLength(32, { message: 'NOTIFY_WEBHOOK_SECRET 至少 32 个字符，可用 openssl rand -hex 32 生成' })
  NOTIFY_WEBHOOK_SECRET?: string;

  @IsOptional()
  @Matches(HTTP, { message: 'NOTIFY_WECOM_URL 应为群机器人的完整地址，以 https:// 开头' })
  NOTIFY_WECOM_URL?: string;

  @IsOptional()
  @IsIn(['text', 'markdown'], { message: 'NOTIFY_WECOM_STYLE 只能是 text 或 markdown' })
  NOTIFY_WECOM_STYLE: 'text' | 'markdown' = 'text';
}

/** Those without a default, which an instance does not name. */
export const NOTIFY_NAMES = [
  'NOTIFY_SMS_URL',
  'NOTIFY_SMS_BODY',
  'NOTIFY_SMS_SUCCESS',
  'NOTIFY_SMS_ID_PATH',
  'NOTIFY_WEBHOOK_URL',
  'NOTIFY_WEBHOOK_SECRET',
  'NOTIFY_WECOM_URL',
] as const satisfies readonly (keyof NotifyEnvDto)[];

interface Surroundings {
  readonly NODE_ENV: string;
  readonly PUBLIC_URL?: string;
}

/** What is wrong between the variables, one Chinese line each. */
export function notifyContradictions(dto: NotifyEnvDto & Surroundings): string[] {
  const found: string[] = [];
  const addresses = ['NOTIFY_SMS_URL', 'NOTIFY_WEBHOOK_URL', 'NOTIFY_WECOM_URL'] as const;
  if (addresses.some((name) => dto[name] !== undefined) && dto.PUBLIC_URL === undefined)
    found.push('PUBLIC_URL：设置了通知渠道就必须填写，通知里的链接以它为准');
  for (const name of addresses)
    if (dto.NODE_ENV === 'production' && dto[name]?.startsWith('http://') === true)
      found.push(`${name}：正式环境必须使用 https://，否则手机号码和口令会以明文经过网络`);
  if (dto.NOTIFY_WEBHOOK_URL !== undefined && dto.NOTIFY_WEBHOOK_SECRET === undefined)
    found.push('NOTIFY_WEBHOOK_SECRET：设置了 NOTIFY_WEBHOOK_URL 就必须填写，对方用它核对签名');
  if (dto.NOTIFY_SMS_URL !== undefined) {
    const request = `${dto.NOTIFY_SMS_URL} ${dto.NOTIFY_SMS_METHOD === 'GET' ? '' : (dto.NOTIFY_SMS_BODY ?? '')}`;
    if (!request.includes('{{phone}}'))
      found.push('NOTIFY_SMS_BODY：短信请求里要有 {{phone}}（GET 时写在 NOTIFY_SMS_URL 里）');
    const others = [...request.matchAll(/\{\{(.*?)\}\}/gu)].map(([, name]) => name ?? '');
    if (others.some((name) => !['phone', 'text', 'number', 'id'].includes(name)))
      found.push('NOTIFY_SMS_BODY：只能使用 {{phone}}、{{text}}、{{number}}、{{id}}');
  }
  if (!isHeaders(dto.NOTIFY_SMS_HEADERS))
    found.push('NOTIFY_SMS_HEADERS：应为 JSON，例如 {"content-type":"application/json"}');
  return found;
}

function isHeaders(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((item) => typeof item === 'string')
    );
  } catch {
    return false;
  }
}
