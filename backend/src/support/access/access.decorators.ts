import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import type { HttpRequest } from '../../platform/http';
import type { Permission } from './permissions';

export const ACCESS_RULE = 'tonghu:access';
export type AccessRule = { readonly permission: Permission } | { readonly anyone: string };

/** The permission a route needs. A route without an access rule is refused, and a test names it. */
export const Can = (permission: Permission): CustomDecorator =>
  SetMetadata(ACCESS_RULE, { permission } satisfies AccessRule);

/** A route without sign-in; the reason is reviewed in test/access. */
export const CanAnyone = (reason: string): CustomDecorator =>
  SetMetadata(ACCESS_RULE, { anyone: reason } satisfies AccessRule);

export const TAKES_FILE = 'tonghu:takes-file';

/** The route reads its body as it comes (application/octet-stream), not as JSON. */
export const TakesFile = (): CustomDecorator => SetMetadata(TAKES_FILE, true);

/** Who asks, for which route, under which request id. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): RequestContext => {
  const context = host.switchToHttp().getRequest<HttpRequest>().tonghu;
  if (context === undefined) throw new Error('A route asked for its context without an access rule');
  return context;
});
