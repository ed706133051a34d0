export { EmbeddedPostgres, type StartClusterOptions } from './embedded-postgres';
export { DATABASE, OWNER } from './cluster';
export { recoverCluster, type RecoverOptions } from './recover';
export { spoolOf } from './wal-spool';
