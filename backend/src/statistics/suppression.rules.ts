/** Fewer than this many children or families could be recognised (D; 未成年人保护法 103). Nothing at all tells of nobody. */
export const SMALLEST = 5;

const isSmall = (n: number): boolean => n > 0 && n < SMALLEST;

/**
 * The cells of a total that may be shown; null for those that are kept. What is kept together must not be had back by
 * subtraction from the total: it is never one cell alone, and never fewer than five in all; the smallest cells go first.
 * A total that is small itself is kept with everything in it.
 */
export function suppressed(cells: readonly number[]): { total: number | null; cells: (number | null)[] } {
  const total = cells.reduce((sum, n) => sum + n, 0);
  if (isSmall(total)) return { total: null, cells: cells.map((n) => (n === 0 ? 0 : null)) };
  const kept = new Set(cells.flatMap((n, index) => (isSmall(n) ? [index] : [])));
  const others = cells
    .map((n, index) => ({ n, index }))
    .filter(({ n }) => n >= SMALLEST)
    .sort((a, b) => a.n - b.n);
  const sum = (): number => [...kept].reduce((all, index) => all + (cells[index] ?? 0), 0);
  for (const { index } of others) {
    if (kept.size === 0 || (kept.size > 1 && sum() >= SMALLEST)) break;
    kept.add(index);
  }
  return { total, cells: cells.map((n, index) => (kept.has(index) ? null : n)) };
}
