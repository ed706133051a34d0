// Runs one bench: `node test/bench/run.mjs intake`. The TypeScript of test/ is translated as it is loaded; the product
// itself is the built one (backend/dist, seeds/dist), as an installation runs it.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  module._compile(code, filename);
};

// Its own template database beside those of test runs (test/support/shared.ts).
process.env.TONGHU_TEST_RUN ??= `bench-${process.pid}`;

const [name] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name ?? ''))
  throw new Error('Which bench? For example: node test/bench/run.mjs intake');
const bench = createRequire(import.meta.url)(fileURLToPath(new URL(`${name}.ts`, import.meta.url)));
await bench.main();
