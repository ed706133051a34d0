import { LostInstallation } from '../reliability/lost-installation';
import { drill } from '../reliability/restore-drill';

const SECONDS = Number(process.env.DRILL_SECONDS ?? 120);
/** As installations are set by default. */
const WAL_SECONDS = 45;
const RPO_SECONDS = 60;
const RTO_SECONDS = 30 * 60;

/** `npm run drill:restore`: loses an installation of its own and restores it; the last line is for the record of the drill. */
export async function main(): Promise<void> {
  console.log(`演练：在临时目录装一套系统，写入约 ${SECONDS * 2} 秒，中途备份，然后毁掉并恢复…`);
  const installation = await LostInstallation.create(WAL_SECONDS);
  try {
    const result = await drill(installation, { seconds: SECONDS, canary: '演练' });
    console.log(result.backup.text + result.restore.text);
    const { rpoSeconds, rtoSeconds, acknowledged, restored, holes } = result;
    console.log(`已答复的报告 ${acknowledged} 份，恢复 ${restored} 份，中间缺失 ${holes} 份`);
    console.log(`RPO ${rpoSeconds.toFixed(1)} s, RTO ${rtoSeconds.toFixed(1)} s`);
    if (holes > 0 || rpoSeconds > RPO_SECONDS || rtoSeconds > RTO_SECONDS) process.exitCode = 1;
  } finally {
    await installation.remove();
  }
}
