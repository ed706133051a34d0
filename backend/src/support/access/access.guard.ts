import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  DomainError,
  InvalidInput,
  newId,
  NotSignedIn,
  type RequestContext,
  RoleRefused,
} from '../../kernel';
import { cookie, header, type HttpRequest } from '../../platform/http';
import { AuditLog } from '../audit';
import { ACCESS_RULE, type AccessRule, TAKES_FILE } from './access.decorators';
import { roleMay } from './permissions';
import { SESSION_COOKIES, SessionService } from './session.service';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Denies every request until its route's rule allows it; refusals are audited. Guards, never middleware, carry this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      host.getHandler(),
      host.getClass(),
    ]);
    const route = `${host.getClass().name}.${host.getHandler().name}`;
    const requestId = newId();
    refuseForeignOrigin(request, this.reflector.get<boolean | undefined>(TAKES_FILE, host.getHandler()));
    if (rule === undefined)
      throw new DomainError(
        'NO_ACCESS_RULE',
        403,
        '不允许访问',
        '这个地址没有访问规则，请联系管理员。',
        'error',
      );
    if ('anyone' in rule) return true;
    const session = await this.sessions.find(
      SESSION_COOKIES.map((name) => cookie(request, name)).find(Boolean),
    );
    if (session === undefined) throw new NotSignedIn();
    const brief = request.method === 'POST' && header(request, 'prefer') === 'return=minimal';
    const context: RequestContext = { actor: session.actor, requestId, route, ...(brief ? { brief } : {}) };
    request.tonghu = { ...context, sessionId: session.id };
    if (!roleMay(session.actor.role, rule.permission)) {
      await this.audit.refused(context, rule.permission);
      throw new RoleRefused();
    }
    if (request.method === 'POST') request.tonghu = { ...request.tonghu, ...idempotency(request) };
    return true;
  }
}

function idempotency(request: HttpRequest): Pick<RequestContext, 'idempotency'> {
  const key = header(request, 'idempotency-key');
  if (key === undefined || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new DomainError(
      'IDEMPOTENCY_KEY_REQUIRED',
      400,
      '缺少提交编号',
      '请在请求头 Idempotency-Key 中提供 8 到 100 个字符的唯一编号，重试时保持不变。',
    );
  }
  return {
    idempotency: {
      key,
      bodyHash: createHash('sha256').update(canonical(request.body)).digest(),
    },
  };
}

/** A body nested deeper than the stack can hold is refused here: hashing it comes before validation. */
function canonical(body: unknown): string {
  try {
    return JSON.stringify(body ?? {});
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInput({ root: ['内容层级太深'] });
    throw error;
  }
}

/** A write must come from our own pages (or from a program that is no browser): ASVS 3.5. */
function refuseForeignOrigin(request: HttpRequest, takesFile = false): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = header(request, 'sec-fetch-site');
  const origin = header(request, 'origin');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && !isOwnOrigin(origin, header(request, 'host'));
  if (foreignSite || foreignOrigin) {
    throw new DomainError('FOREIGN_ORIGIN', 403, '来源不被允许', '请从本系统的页面操作。', 'warn');
  }
  const type = header(request, 'content-type');
  // Neither type can be sent by a foreign page's form.
  const expected = takesFile ? /^application\/(json|octet-stream)/ : /^application\/json/;
  if (type !== undefined && !expected.test(type)) {
    throw new InvalidInput({ root: ['请以 application/json 提交'] });
  }
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
