import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MasterKeys } from '@tonghu/backend/platform/crypto';
import { backupKey, checkSeal, sealManifest, type Manifest } from '@tonghu/backend/platform/backup';
import { LostInstallation } from './lost-installation';
import { drill, type DrillResult, idsOf } from './restore-drill';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

const CANARY = '金丝雀测试句';
const WAL_SECONDS = 5;

describe('a backup (R18, R19)', () => {
  let installation: LostInstallation;
  let result: DrillResult;

  beforeAll(async () => {
    installation = await LostInstallation.create(WAL_SECONDS);
    result = await drill(installation, { seconds: 10, pieces: 2, canary: CANARY });
  }, 120_000);
  afterAll(() => installation.remove());

  const folder = (): string => {
    const backups = join(installation.backupDir, 'backups');
    return join(backups, readdirSync(backups)[0] ?? '');
  };

  it('brings back what was acknowledged until a minute before the loss, without holes (R18)', () => {
    expect(result.backup).toMatchObject({ code: 0 });
    expect(result.acknowledged).toBeGreaterThan(50);
    expect(result.holes).toBe(0);
    expect(result.rpoSeconds).toBeLessThanOrEqual(60);
    expect(result.rtoSeconds).toBeLessThanOrEqual(30 * 60);
  });

  it('is checked after the restore: figures, audit, attachments (R18)', () => {
    expect(result.restore.text).toMatch(/✓ 行数：\d+ 张表/);
    expect(result.restore.text).toMatch(/✓ 审计：[1-9]\d* 条的校验码都对/);
    expect(result.restore.text).toMatch(/✓ 附件：[1-9]\d* 个都能打开/);
  });

  it('opens again with the keys that were copied beside it (R18)', async () => {
    const teacher = await installation.asTeacher();
    const id = [...(await idsOf(installation, 'second'))].sort().at(-1) ?? '';
    const report = await teacher.read<{ content: { facts: string } }>(`/reports/${id}`);
    expect(report.content.facts).toContain(CANARY);
  });

  it('holds nothing that can be read, and no key (R19)', () => {
    const files = filesIn(installation.backupDir);
    expect(files.length).toBeGreaterThan(5);
    const words = [CANARY, '平新县', 'tonghu_owner', 'CREATE TABLE'].map((word) => Buffer.from(word));
    const keys = readFileSync(join(installation.keysDir, 'master.json'), 'utf8').match(/[A-Za-z0-9+/]{43}=/g);
    const secrets = (keys ?? []).flatMap((key) => [Buffer.from(key), Buffer.from(key, 'base64')]);
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    const hits = files.filter((path) => {
      const content = readFileSync(path);
      return [...words, ...secrets].some((word) => content.includes(word));
    });
    expect(hits).toEqual([]);
    expect(files.filter((path) => /\.key$|master/.test(path))).toEqual([]);
  });

  it('is found whole by --verify', async () => {
    const said = await installation.backUp('second', '--verify');
    expect(said.text).toContain('完好');
    expect(said.code).toBe(0);
  });

  describe('is refused, and nothing is written,', () => {
    const refused = async (what: string, ...args: string[]): Promise<void> => {
      const said = await installation.restore('third', ...args);
      expect(said.text).toContain(what);
      expect(said.text).toContain('怎么办');
      expect(said.code).toBe(1);
      expect(filesIn(installation.dataDir('third'))).toEqual([]);
    };
    const change = async (name: string, to: (content: Buffer) => Buffer, check: () => Promise<void>) => {
      const path = join(folder(), name);
      const before = readFileSync(path);
      writeFileSync(path, to(before));
      try {
        await check();
      } finally {
        writeFileSync(path, before);
      }
    };

    it('with one flipped byte', () => change('base.sealed', flip, () => refused('已损坏')));

    it('when it was not finished: a copy without its manifest is none', async () => {
      const path = join(folder(), 'manifest.json');
      const manifest = readFileSync(path);
      rmSync(path);
      await refused('没有完整的备份');
      writeFileSync(path, manifest);
    });

    it('with a changed manifest', () =>
      change(
        'manifest.json',
        (content) => Buffer.from(content.toString().replace('"build": "', '"build": "9')),
        () => refused('清单被改动过'),
      ));

    it('under the master key of another installation', async () => {
      const other = join(installation.folder, 'other-keys');
      await MasterKeys.open(other);
      await refused('主密钥不是这份备份的主密钥', '--keys', other);
    });

    it('by a program older than it', async () => {
      const key = backupKey(await MasterKeys.open(installation.keysDir));
      const newer = (content: Buffer): Buffer => {
        const { mac, ...manifest } = JSON.parse(content.toString()) as Manifest & { mac: string };
        checkSeal({ ...manifest, mac }, key);
        const migrations = [...manifest.migrations, 'OfTomorrow1900000000000'];
        return Buffer.from(sealManifest({ ...manifest, migrations }, key));
      };
      await change('manifest.json', newer, () => refused('备份来自更新的程序'));
    });

    it('where something is already', async () => {
      const place = installation.dataDir('fourth');
      mkdirSync(place);
      writeFileSync(join(place, 'note.txt'), 'mine');
      const said = await installation.restore('fourth');
      expect(said.text).toContain('不是空的');
      expect(said.code).toBe(1);
      expect(filesIn(place)).toEqual([join(place, 'note.txt')]);
    });

    it('for an instant that it does not reach', () => refused('到不了', '--at', '2199-01-01T00:00:00Z'));
  });

  it('never goes into one folder with its keys', async () => {
    const same = join(installation.backupDir, 'keys');
    const said = await installation.backUp('second', '--keys', same);
    expect(said).toMatchObject({ code: 1 });
    expect(said.text).toContain('密钥备份与数据备份在同一个目录');
    expect(existsSync(same)).toBe(false);
  });

  it('with a piece of WAL gone comes back up to the gap, and says so', async () => {
    await installation.stop();
    const kept = join(installation.folder, 'kept');
    cpSync(join(installation.backupDir, 'wal'), kept, { recursive: true });
    const path = join(folder(), 'manifest.json');
    const { wal } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    const later = readdirSync(kept)
      .filter((name) => name.startsWith('00000001') && name > `${wal?.last ?? ''}.sealed`)
      .sort();
    expect(later.length).toBeGreaterThanOrEqual(2);
    rmSync(join(installation.backupDir, 'wal', later[0] ?? ''));
    const said = await installation.restore('fifth');
    expect(said.text).toContain('WAL 归档中断');
    expect(said.code).toBe(0);
    await installation.start('fifth');
    const there = await idsOf(installation, 'fifth');
    expect(there.size).toBeGreaterThan(0);
    expect(there.size).toBeLessThan(result.restored);
  });
});

function flip(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
