/** How sure the project is of an article, as the tables note it beside each: (V) read in the text, (Vp) in part, (M9) from memory. */
const SURENESS = / ?\((?:Vp?|M\d+)\)/gu;

/** 依据 as a screen shows it: the articles, without the marks that only concern whoever keeps the tables. */
export function citation(source: string): string {
  return source.replace(SURENESS, '');
}
