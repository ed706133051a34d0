import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { NotifyEnvDto, toInt } from './notify-env.dto';

/** Every environment variable the process reads (design §5). An empty value counts as absent. */
export class EnvDto extends NotifyEnvDto {
  @IsOptional()
  @IsIn(['development', 'test', 'production'], { message: 'NODE_ENV 只能是 development、test 或 production' })
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsOptional()
  @IsIn(['api', 'worker', 'public', 'all'], { message: 'ROLE 只能是 api、worker、public 或 all' })
  ROLE: 'api' | 'worker' | 'public' | 'all' = 'all';

  @IsOptional()
  @IsIn(['demo', 'real', 'test'], {
    message: 'INSTALLATION 只能是 demo（演示）、real（正式）或 test（测试）',
  })
  INSTALLATION: 'demo' | 'real' | 'test' = 'demo';

  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'PORT 应为端口号，例如 3000' })
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @IsOptional()
  @IsString()
  HOST = '127.0.0.1';

  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'PUBLIC_URL 应以 http:// 或 https:// 开头' })
  PUBLIC_URL?: string;

  @IsOptional()
  @IsString()
  TLS_CERT?: string;

  @IsOptional()
  @IsString()
  TLS_KEY?: string;

  @IsOptional()
  @IsString()
  TRUST_PROXY?: string;

  @IsOptional()
  @IsString()
  DATA_DIR = '.data';

  @IsOptional()
  @IsString()
  ATTACHMENT_DIR?: string;

  /** MiB per file. */
  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'ATTACHMENT_MAX_MB 应为整数（MB），例如 20' })
  @Min(1, { message: 'ATTACHMENT_MAX_MB 至少为 1' })
  @Max(200, { message: 'ATTACHMENT_MAX_MB 最大为 200' })
  ATTACHMENT_MAX_MB = 20;

  /** Files per report, case or work order; withdrawn ones count. */
  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'ATTACHMENT_MAX_FILES 应为整数，例如 50' })
  @Min(1, { message: 'ATTACHMENT_MAX_FILES 至少为 1' })
  @Max(500, { message: 'ATTACHMENT_MAX_FILES 最大为 500' })
  ATTACHMENT_MAX_FILES = 50;

  /** MiB that stay free on the volume of the attachments, for the database. */
  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'ATTACHMENT_KEEP_FREE_MB 应为整数（MB），例如 512' })
  @Min(0, { message: 'ATTACHMENT_KEEP_FREE_MB 不能是负数' })
  ATTACHMENT_KEEP_FREE_MB = 512;

  /** Where `npm run backup` writes; with the embedded database WAL is archived there, too. */
  @IsOptional()
  @IsString()
  BACKUP_DIR?: string;

  @IsOptional()
  @IsString()
  BACKUP_KEYS_DIR?: string;

  /** A piece of WAL is closed after so many seconds; five more until it is in the backup: RPO below a minute. */
  @IsOptional()
  @Transform(toInt)
  @IsInt({ message: 'BACKUP_WAL_SECONDS 应为整数（秒），例如 45' })
  @Min(5, { message: 'BACKUP_WAL_SECONDS 至少为 5' })
  @Max(3600, { message: 'BACKUP_WAL_SECONDS 最大为 3600' })
  BACKUP_WAL_SECONDS = 45;

  /** An account that sees past the walls; pg_dump needs it where the owner is no superuser. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'BACKUP_DATABASE_URL 应以 postgres:// 开头' })
  BACKUP_DATABASE_URL?: string;

  @IsOptional()
  @IsString()
  PG_TOOLS_DIR?: string;

  @IsOptional()
  @IsString()
  KEY_DIR?: string;

  @IsOptional()
  @IsString()
  MASTER_KEY_FILE?: string;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL 应以 postgres:// 开头' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL 应以 redis:// 开头' })
  REDIS_URL?: string;

  @IsOptional()
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'], {
    message: 'LOG_LEVEL 只能是 debug、info、warn、error 或 silent',
  })
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  /** Test builds only: the process stops itself at this named point (security.md §2.0). */
  @IsOptional()
  @IsString()
  FAILPOINT?: string;
}
