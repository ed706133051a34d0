import type { DataSource } from 'typeorm';

export type InstallationKind = 'demo' | 'real' | 'test';

const NAMES: Readonly<Record<InstallationKind, string>> = { demo: '演示', real: '正式', test: '测试' };

/**
 * Stamps what this database is, once and for good. Throws, in Chinese, when it was stamped as something else: a demo never
 * becomes real, and invented data never enter a real installation.
 */
export async function stampInstallation(owner: DataSource, kind: InstallationKind): Promise<void> {
  await owner.query('INSERT INTO installation (id, kind) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [kind]);
  const stamped = await getInstallationKind(owner);
  if (stamped !== kind) {
    throw new Error(
      `这个数据库已经是「${NAMES[stamped]}」环境，不能作为「${NAMES[kind]}」环境启动。请换一个数据库或数据目录，或把 INSTALLATION 改为 ${stamped}。`,
    );
  }
}

/** What this database was stamped as. Throws before it is stamped. */
export async function getInstallationKind(owner: DataSource): Promise<InstallationKind> {
  const [row] = await owner.query<{ kind: InstallationKind }[]>('SELECT kind FROM installation');
  if (row === undefined) throw new Error('The installation has no stamp');
  return row.kind;
}
