/** A backup or a restore that stops, in Chinese, with what to do; nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  constructor(
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${what}。怎么办：${remedy}`);
  }
}
