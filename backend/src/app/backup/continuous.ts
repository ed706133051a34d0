import type { AppConfig } from '../../config';
import { Catalog, ContinuousBackup, WalArchive } from '../../platform/backup';
import { spoolOf } from '../../platform/embedded';
import type { BackupPlaces } from './places';

/** What keeps the backup at most a minute behind while the embedded database runs. */
export function continuousBackup(
  config: AppConfig,
  clusterDir: string,
  places: BackupPlaces,
  key: Buffer,
  onError: (error: unknown) => void = (): void => undefined,
): ContinuousBackup {
  const catalog = new Catalog(places.dir);
  return new ContinuousBackup({
    spool: spoolOf(clusterDir),
    archive: new WalArchive(catalog.walDir, key),
    attachments: { from: config.attachmentDir, to: catalog.attachmentDir },
    keys: { from: config.keyDir, to: places.keys },
    onError,
  });
}
