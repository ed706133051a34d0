import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const CONSOLE = resolve(__dirname, '../../admin-ui/src');

/** Code sets by the places of the console that ask for them. */
function askedFor(): string[] {
  const files = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const asked = files.flatMap((file) =>
    [...readFileSync(join(CONSOLE, file), 'utf8').matchAll(/useCode(?:s|Name)\('([A-Z_]+)'\)/g)].map(
      ([, set]) => set ?? '',
    ),
  );
  return [...new Set(asked)].sort();
}

describe('code sets', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  }, 60_000);
  afterAll(() => app.stop());

  it('that a form of the console offers have something to choose, for reporters and for staff', async () => {
    const asked = askedFor();
    expect(asked.length).toBeGreaterThan(10);
    for (const who of ['teacher', 'intake'] as const) {
      const { codeSets } = await (
        await app.as(who)
      ).read<{ codeSets: Record<string, readonly unknown[]> }>('/reference');
      expect(asked.filter((set) => (codeSets[set] ?? []).length === 0)).toEqual([]);
    }
  });
});
