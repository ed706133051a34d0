export { ApiError, NETWORK_PROBLEM, toProblem } from './api-error';
export { newKey, request } from './client';
export type { RequestOptions } from './client';
export { serverNow, sessionStore } from './session-store';
export { submitKeyFor } from './submit-key';
export type { SubmitKey } from './submit-key';
export type * from './types';
