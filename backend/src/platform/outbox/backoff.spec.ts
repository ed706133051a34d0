import { backoffMs, MAX_ATTEMPTS } from './backoff';

describe('backoffMs', () => {
  it('doubles and stops at ten minutes', () => {
    expect([1, 2, 3, 9, 10, MAX_ATTEMPTS].map(backoffMs)).toEqual([
      2_000, 4_000, 8_000, 512_000, 600_000, 600_000,
    ]);
  });
});
