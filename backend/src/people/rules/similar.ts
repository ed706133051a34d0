/** What is compared when two records may be of one child; dates 'YYYY-MM-DD'. */
export interface BirthFacts {
  readonly birthDate: string | null;
  readonly estimated: boolean;
}

const YEAR_SPREAD = 2;

/**
 * Whether two children of the same name may be one: birth dates that are both certain must agree, estimates may lie two
 * years apart, and an unknown date excludes nothing. Only a hint; a person decides (D).
 */
export function maySameChild(a: BirthFacts, b: BirthFacts): boolean {
  if (a.birthDate === null || b.birthDate === null) return true;
  if (!a.estimated && !b.estimated) return a.birthDate === b.birthDate;
  return Math.abs(Number(a.birthDate.slice(0, 4)) - Number(b.birthDate.slice(0, 4))) <= YEAR_SPREAD;
}

/** Whether a name, as written, contains the words of a query; dots and spaces between parts do not count. */
export function nameContains(name: string, query: string): boolean {
  return fold(name).includes(fold(query));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.·•‧∙・'’`´-]/gu, '');
}
