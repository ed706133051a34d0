/** Roles processes sign in with; `tonghu_public` and `tonghu_statistics` join when their processes exist. */
export const DATABASE_ROLES = ['tonghu_app', 'tonghu_worker'] as const;
export type LoginRole = (typeof DATABASE_ROLES)[number];
