import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DomainError, newId } from '../../kernel';
import { sqlState } from '../database';
import type { Logger } from '../logging';
import type { HttpRequest } from './request';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly traceId: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly possible?: unknown;
  readonly current?: unknown;
}

/** What the database refuses as a value: bad text, overflow, impossible dates, malformed ids (security.md M20). */
const BAD_VALUE = new Set([
  '22P05',
  '22021',
  '22003',
  '22007',
  '22008',
  '22P02',
  '22001',
  '54001',
  '22023',
  '23514',
  '23502',
]);
const BUSY = new Set(['57014', '53300', '57P01', '57P03', '08006', '08001', '53100']);

/** Every error leaves as problem+json in Chinese (RFC 9457); what is unknown is masked and logged under its traceId. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const response: unknown = host.switchToHttp().getResponse();
    const traceId = request.tonghu?.requestId ?? newId();
    const known = toDomainError(error);
    const fields = {
      traceId,
      code: known.code,
      status: known.status,
      route: request.tonghu?.route ?? 'unmatched',
    };
    if (known.code === 'INTERNAL') this.logger.error('request failed', { ...fields, ...describe(error) });
    else this.logger.log(known.level, 'request refused', fields);
    const adapter = this.adapters.httpAdapter;
    if (adapter.isHeadersSent(response)) return;
    adapter.setHeader(response, 'Content-Type', 'application/problem+json; charset=utf-8');
    adapter.setHeader(response, 'X-Request-Id', traceId);
    if (known.status === 503) adapter.setHeader(response, 'Retry-After', '5');
    adapter.reply(
      response,
      JSON.stringify(toProblem(known, traceId, request.url.split('?')[0] ?? '')),
      known.status,
    );
  }
}

function toProblem(error: DomainError, traceId: string, instance: string): Problem {
  return {
    type: `urn:tonghu:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: error.title,
    status: error.status,
    detail: error.detail,
    code: error.code,
    instance,
    traceId,
    ...error.extras,
  };
}

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return fromHttp(error.getStatus());
  const refused = bodyParserStatus(error);
  if (refused !== undefined) return fromHttp(refused);
  const state = sqlState(error);
  if (state !== undefined && BAD_VALUE.has(state)) {
    return new DomainError(
      'BAD_VALUE',
      422,
      '填写的内容无法保存',
      '有一处内容含有不能保存的字符、日期或数字，请检查后再提交。',
    );
  }
  if (state === '23505') {
    return new DomainError(
      'ALREADY_EXISTS',
      409,
      '已经有同样的记录',
      '刚才可能有人做了同样的操作，请刷新后查看。',
    );
  }
  if ((state !== undefined && BUSY.has(state)) || isPoolTimeout(error)) {
    return new DomainError('BUSY', 503, '系统繁忙', '请稍等几秒再试一次，已填写的内容不会丢失。', 'error');
  }
  return new DomainError(
    'INTERNAL',
    500,
    '系统出错了',
    '请稍后再试；如果一直出现，请把编号告诉管理员。',
    'error',
  );
}

/**
 * The body parser throws errors of its own (too large, aborted, unknown charset, broken gzip); they name a status and
 * whether it may be shown.
 */
function bodyParserStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('expose' in error) || !('status' in error))
    return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function fromHttp(status: number): DomainError {
  if (status === 404)
    return new DomainError('NO_ROUTE', 404, '没有找到', '这个地址不存在，请从菜单重新进入。');
  if (status === 413) return new DomainError('TOO_LARGE', 413, '内容太大', '请减少文字或图片后再提交。');
  if (status === 400) {
    return new DomainError('BAD_REQUEST', 400, '请求格式不对', '提交的内容不是有效的 JSON，请检查后再试。');
  }
  return new DomainError('HTTP_ERROR', status, '请求没有成功', '请检查后再试。');
}

function isPoolTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED/i.test(error.message)
  );
}

/** For the log: the kind of error and where, never its values (a database error carries parameters and details). */
function describe(error: unknown): { error: string; at?: string; sqlState?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const state = sqlState(error);
  const at = error.stack?.split('\n').find((line) => line.includes('/src/') || line.includes('/dist/'));
  return { error: error.name, ...(at ? { at: at.trim() } : {}), ...(state ? { sqlState: state } : {}) };
}
