export { EmbeddedPostgres, type StartClusterOptions } from './embedded-postgres';
export { DATABASE, OWNER } from './cluster';
