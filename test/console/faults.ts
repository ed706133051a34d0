import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from './person';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** What axe finds, and whether the page is wider than its window; one line each. */
export async function faultsOf(person: Person): Promise<string[]> {
  await person.settle();
  const { violations } = await new AxeBuilder({ page: person.page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .analyze();
  const faults = violations.map(
    ({ id, help, nodes }) =>
      `${new URL(person.page.url()).pathname}: ${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  const excess = await person.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (excess > 0) faults.push(`${new URL(person.page.url()).pathname}: ${excess} px wider than the window`);
  return faults;
}
