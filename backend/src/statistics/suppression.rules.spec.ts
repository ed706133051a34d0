import { SMALLEST, suppressed } from './suppression.rules';

describe('suppressed', () => {
  it('shows what is large, and nothing at all as nothing', () => {
    expect(suppressed([12, 0, 7])).toEqual({ total: 19, cells: [12, 0, 7] });
  });

  it('keeps a small cell, and the next smallest with it', () => {
    expect(suppressed([3, 20, 9])).toEqual({ total: 32, cells: [null, 20, null] });
  });

  it('keeps a small total with everything in it', () => {
    expect(suppressed([3, 0, 1])).toEqual({ total: null, cells: [null, 0, null] });
  });

  it('leaves no small number to subtraction, in any table of three cells up to twelve', () => {
    const numbers = Array.from({ length: 13 }, (_, n) => n);
    for (const a of numbers)
      for (const b of numbers)
        for (const c of numbers) {
          const cells = [a, b, c];
          const shown = suppressed(cells);
          expect(shown.cells.filter((n) => n !== null && n > 0 && n < SMALLEST)).toEqual([]);
          if (shown.total === null) continue;
          const hidden = cells.filter((_, index) => shown.cells[index] === null);
          const rest = shown.total - shown.cells.reduce<number>((sum, n) => sum + (n ?? 0), 0);
          expect(rest).toBe(hidden.reduce((sum, n) => sum + n, 0));
          if (hidden.length > 0) expect([hidden.length > 1, rest >= SMALLEST]).toEqual([true, true]);
        }
  });
});
