/**
 * What a form holds as what the API reads: empty texts and absent values leave, texts lose their outer spaces, lists and
 * objects are cleaned inside. Booleans, numbers and empty lists stay.
 */
export function clean<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => clean(item)) as T;
  if (typeof value === 'string') return value.trim() as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, clean(item as unknown)] as const)
    .filter(([, item]) => item !== '' && item !== undefined && item !== null);
  return Object.fromEntries(entries) as T;
}
