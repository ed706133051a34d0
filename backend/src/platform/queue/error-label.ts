import { DomainError } from '../../kernel';
import { sqlState } from '../database';

/** What may be stored or logged about an error: its class and code. Messages and details can carry what people wrote. */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return 'NotAnError';
  const name = /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
  const code = error instanceof DomainError ? error.code : (sqlState(error) ?? systemCode(error));
  return code === undefined ? name : `${name} ${code}`;
}

/** ECONNREFUSED and its like. */
function systemCode(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' && /^E[A-Z_]{2,40}$/.test(error.code)
    ? error.code
    : undefined;
}
