import { HttpError } from 'ra-core';
import type { Problem } from './types';

/** Code of a problem that never reached the server: the connection failed. */
export const NETWORK_PROBLEM = 'NETWORK';

/** An error answer of the API; `status` 0 means that no answer came. */
export class ApiError extends HttpError {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title, problem.status, { ...problem, errors: toFormErrors(problem) });
    // HttpError sets its own prototype, which would hide this class.
    Object.setPrototypeOf(this, ApiError.prototype);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get isNetwork(): boolean {
    return this.problem.code === NETWORK_PROBLEM;
  }
}

/** The shape react-admin's forms read: one message a field, and the whole problem as `root`. */
function toFormErrors(problem: Problem): object | undefined {
  if (problem.errors === undefined) return undefined;
  const fields = Object.entries(problem.errors).map(([name, messages]) => [name, messages.join('；')]);
  return Object.fromEntries([
    ['root', { serverError: problem.detail ?? problem.title }],
    ...fields,
  ]) as object;
}

/** Any thrown value as a problem that can be shown. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { title: '', status: 500, code: 'CLIENT', detail };
}
