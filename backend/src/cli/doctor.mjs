// `npm run doctor`: looks at everything a start needs and says, in Chinese, what to do about each thing that is wrong.
import { requireNode } from './node-version.mjs';

requireNode();
// Loaded only now: their syntax is newer than the versions of Node that the check above turns away.
Promise.all([import('./doctor-local.mjs'), import('./doctor-services.mjs')]).then(
  async ([local, services]) => {
    local.loadSettings();
    const findings = [...(await local.checkMachine()), ...(await services.checkServices())];
    const marks = { ok: '✓', warn: '!', bad: '✗' };
    for (const { level, item, fix } of findings) {
      console.log(`${marks[level]} ${item}`);
      if (fix) console.log(`    怎么办：${fix}`);
    }
    const count = (level) => findings.filter((finding) => finding.level === level).length;
    console.log(`\n${count('ok')} 项正常，${count('warn')} 项需留意，${count('bad')} 项必须处理`);
    process.exitCode = count('bad') > 0 ? 1 : 0;
  },
);
