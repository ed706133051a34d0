// `npm run docs:states`: the state diagrams in the modules' READMEs, drawn from the tables of the built server.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './ensure.mjs';

const HINT =
  '状态图已过期，怎么办：npm run build && npm run docs:states，再提交 README (state diagrams are stale; regenerate and commit)';
const BEGIN = '<!-- states: npm run docs:states -->';
const END = '<!-- /states -->';

const require = createRequire(import.meta.url);
const built = join(ROOT, 'backend/dist');
if (!existsSync(join(built, 'app/workflows.js'))) {
  console.error('✗ 还没有构建。怎么办：先执行 npm run build');
  process.exit(1);
}
require('reflect-metadata');
const { ALL_STATE_TABLES } = require(join(built, 'app/workflows.js'));
const { stateDiagram } = require(join(built, 'support/workflows'));

const wanted = [...new Set(ALL_STATE_TABLES.map(({ readme }) => readme))].map((readme) => {
  const tables = ALL_STATE_TABLES.filter((table) => table.readme === readme);
  const path = join(ROOT, 'backend/src', readme);
  return { readme, path, text: withDiagrams(readText(path), tables, readme) };
});

if (process.argv.includes('--check')) {
  const stale = wanted.filter(({ path, text }) => readText(path) !== text);
  for (const { readme } of stale) console.error(`✗ backend/src/${readme}`);
  if (stale.length > 0) {
    console.error(HINT);
    process.exitCode = 1;
  }
} else {
  for (const { readme, path, text } of wanted) {
    writeFileSync(path, text);
    console.log(`✓ backend/src/${readme}`);
  }
}

function withDiagrams(text, tables, readme) {
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${readme}: no place for the diagrams (${BEGIN} … ${END})`);
  const drawn = tables.map(
    ({ title, workflow }) =>
      `\`${workflow.definition.name}\` ${title}\n\n\`\`\`mermaid\n${stateDiagram(workflow.definition)}\n\`\`\`\n`,
  );
  return `${text.slice(0, start)}${BEGIN}\n\n${drawn.join('\n')}\n${text.slice(end)}`;
}

function readText(path) {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
