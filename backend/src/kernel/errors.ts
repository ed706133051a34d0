/** What the caller may do instead; shown beside the reason of a refusal. */
export interface PossibleAction {
  readonly action: string;
  readonly label: string;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

interface ProblemExtras {
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly possible?: readonly PossibleAction[];
  readonly current?: unknown;
}

/** Base of every expected error: code, HTTP status and log level in one place; texts in Chinese, no personal data. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly level: LogLevel = 'info',
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${title}`);
    this.name = new.target.name;
  }
}

/** 422: a field is wrong; `errors` maps field paths to what to do, in Chinese. */
export class InvalidInput extends DomainError {
  constructor(
    errors: Readonly<Record<string, readonly string[]>>,
    detail = '请按提示修改后再提交，已填写的内容不会丢失。',
  ) {
    super('INVALID_INPUT', 422, '填写的内容需要修改', detail, 'info', { errors });
  }
}

/** 404: hidden and missing records answer alike, so that nobody learns a record exists. */
export class NotVisible extends DomainError {
  constructor() {
    super('NOT_FOUND', 404, '没有找到', '记录不存在，或者您没有查看它的权限。请核对编号，或联系区未保办。');
  }
}

/** 409: the action is not possible in this state; says why and what is possible now. */
export class ActionRefused extends DomainError {
  constructor(reason: string, possible: readonly PossibleAction[] = []) {
    super('ACTION_REFUSED', 409, '现在不能这样做', reason, 'info', { possible });
  }
}

/** 403: the role may never do this (roles are no secret; records are). */
export class RoleRefused extends DomainError {
  constructor() {
    super('ROLE_REFUSED', 403, '您的岗位不能做这件事', '如果工作需要，请联系系统管理员调整岗位。', 'warn');
  }
}

/** 401: no session, or it ended. */
export class NotSignedIn extends DomainError {
  constructor(detail = '请重新登录。您填写的内容已保存为草稿，登录后可继续。') {
    super('NOT_SIGNED_IN', 401, '登录已失效', detail);
  }
}

/** 412: somebody saved a newer version; carries the current record so that both can be compared. */
export class StaleEdit extends DomainError {
  constructor(current: unknown) {
    super(
      'STALE_EDIT',
      412,
      '内容已被别人更新',
      '请先查看最新内容，再决定保留哪一份。您填写的内容没有丢失。',
      'info',
      {
        current,
      },
    );
  }
}

/** 428: an edit without If-Match would overwrite blindly. */
export class PreconditionRequired extends DomainError {
  constructor() {
    super(
      'IF_MATCH_REQUIRED',
      428,
      '缺少版本号',
      '修改记录时请带上 If-Match 请求头，值为读取时返回的 ETag。',
    );
  }
}

/** 422: the same Idempotency-Key came with another body. */
export class IdempotencyConflict extends DomainError {
  constructor() {
    super(
      'IDEMPOTENCY_CONFLICT',
      422,
      '重复的提交编号',
      '同一个 Idempotency-Key 不能用于不同的内容，请换一个新的。',
    );
  }
}
