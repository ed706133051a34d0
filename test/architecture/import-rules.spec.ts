import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SRC = resolve(__dirname, '../../backend/src');
/** From the ground up; a folder may use those before it. `app`, `main` and `cli` compose everything. */
const LAYERS = [
  'kernel',
  'config',
  'platform',
  'support',
  'people',
  'casefile',
  'desk',
  'fieldwork',
  'stages',
  'statistics',
];

interface Import {
  readonly file: string;
  readonly target: string;
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}

function imports(): Import[] {
  return files(SRC).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
      file: relative(SRC, path),
      target: relative(SRC, resolve(dirname(path), match[1] ?? '')),
    })),
  );
}

const layerOf = (path: string): string => path.split('/')[0] ?? '';
/** The room a file belongs to: layer plus module, e.g. desk/intake; layers without modules are rooms themselves. */
const FLAT = new Set(['kernel', 'config', 'people', 'casefile', 'migrations', 'app', 'cli']);
const roomOf = (path: string): string =>
  FLAT.has(layerOf(path)) ? layerOf(path) : path.split('/').slice(0, 2).join('/');

describe('import direction (design §4)', () => {
  const all = imports();

  it('reads the code', () => expect(all.length).toBeGreaterThan(300));

  it('goes down, never up', () => {
    const wrong = all.filter(({ file, target }) => {
      const [from, to] = [LAYERS.indexOf(layerOf(file)), LAYERS.indexOf(layerOf(target))];
      return from >= 0 && to > from;
    });
    expect(wrong).toEqual([]);
  });

  it('enters a room through its door', () => {
    const wrong = all.filter(({ file, target }) => {
      if (['app', 'main.ts'].includes(layerOf(file)) || roomOf(file) === roomOf(target) || target === 'main')
        return false;
      const inside = target.slice(roomOf(target).length + 1);
      // The Swagger plugin needs response classes by file; entities meet in the composition root only.
      const isContract =
        /\.(request|response)$/.test(inside) || layerOf(target) === 'migrations' || inside.startsWith('sql/');
      return inside !== '' && inside !== 'index' && !isContract && layerOf(target) !== 'kernel';
    });
    expect(wrong).toEqual([]);
  });

  it('keeps stages apart, and desks below them', () => {
    const wrong = all.filter(
      ({ file, target }) =>
        layerOf(file) === 'stages' && layerOf(target) === 'stages' && roomOf(file) !== roomOf(target),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps pure files pure', () => {
    const pure = files(SRC).filter((path) => /\.(workflow|rules|policy)\.ts$/.test(path));
    expect(pure.length).toBeGreaterThan(5);
    const impure = pure.filter((path) => /from '(@nestjs|typeorm|pg|node:)/.test(readFileSync(path, 'utf8')));
    expect(impure.map((path) => relative(SRC, path))).toEqual([]);
  });

  it('reads the environment in config only', () => {
    const readers = files(SRC).filter((path) => readFileSync(path, 'utf8').includes('process.env'));
    expect(readers.map((path) => relative(SRC, path))).toEqual(['config/config.ts']);
  });

  it('has no forwardRef, no any, no synchronize', () => {
    const bad = files(SRC).filter((path) => {
      const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /forwardRef|: any\b|as any\b|<any>|@ts-ignore|synchronize: true/.test(code);
    });
    expect(bad.map((path) => relative(SRC, path))).toEqual([]);
  });

  it('keeps files small', () => {
    const long = files(SRC).filter((path) => readFileSync(path, 'utf8').split('\n').length > 400);
    expect(long.map((path) => relative(SRC, path))).toEqual([]);
  });
});
