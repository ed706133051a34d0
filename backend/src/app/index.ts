export { createApp, openPlatform } from './create-app';
export { DATABASE_ROLES, type LoginRole } from './database-roles';
export { ENTITIES } from './entities';
export { openApiDocument, serveDocs } from './openapi';
export { prepareDatabase, type PreparedDatabase, roleUrl } from './prepare-database';
export type { SeedPackage } from './seed-package';
export { exportOpenApi, type Running, start, type StartOptions } from './start';
export { addHeaders } from './web';
