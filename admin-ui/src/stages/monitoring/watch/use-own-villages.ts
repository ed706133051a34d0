import type { CodeItem } from '../../../api';
import { regionChoices } from '../../../desk/intake/use-region-choices';
import { useReference, useSession } from '../../../lib';

/** The villages this person's agency answers for: its own, those of its township, or all of the district. */
export function useOwnVillages(): CodeItem[] {
  const reference = useReference();
  const { agency } = useSession();
  const all = regionChoices(reference?.regions ?? []);
  const own = reference?.agencies.find(({ id }) => id === agency.id)?.regionCode;
  if (agency.kind === 'village') return all.filter(({ code }) => code === own);
  if (agency.kind !== 'township') return all;
  const mine = new Set(
    reference?.regions
      .filter(({ code, parentCode }) => own === code || own === parentCode)
      .map(({ code }) => code),
  );
  return all.filter(({ code }) => mine.has(code));
}
