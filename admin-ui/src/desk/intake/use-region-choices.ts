import type { CodeItem, Region } from '../../api';
import { useReference } from '../../lib';

/** Regions to choose from, the lowest level with the name of what it belongs to. */
export function useRegionChoices(): CodeItem[] {
  const regions = useReference()?.regions ?? [];
  return regionChoices(regions);
}

/** Villages and communities, each with its township in front. */
export function regionChoices(regions: readonly Region[]): CodeItem[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const parents = new Set(regions.map(({ parentCode }) => parentCode));
  return regions
    .filter(({ code }) => !parents.has(code))
    .map(({ code, name, parentCode }) => {
      const parent = parentCode === null ? undefined : byCode.get(parentCode);
      return { code, name: parent === undefined ? name : `${parent.name} ${name}` };
    });
}
