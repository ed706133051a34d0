import { refuse } from './refuse';

/** @throws InvalidInput 422 for a filter value the list does not offer */
export function refuseUnknownValues(
  filter: Readonly<Record<string, string>>,
  values: Readonly<Record<string, readonly string[]>>,
): void {
  const wrong = Object.entries(filter).filter(([name, value]) => values[name]?.includes(value) === false);
  refuse(Object.fromEntries(wrong.map(([name]) => [`filter[${name}]`, ['不支持这个筛选条件']])));
}
