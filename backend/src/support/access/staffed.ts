import { type Permission, rolesWith } from './permissions';

/**
 * Whether anybody of an agency can sign in and do this, as SQL over `agencyId`, an expression of the query around it. Where
 * the answer may be 30 seconds old, ReferenceData.hasPeople gives it without a query.
 */
export function staffedSql(agencyId: string, permission: Permission): string {
  const roles = rolesWith(permission)
    .map((role) => `'${role}'`)
    .join(', ');
  return `EXISTS (SELECT 1 FROM agency sa JOIN app_user su ON su.agency_id = sa.id AND su.disabled_at IS NULL AND su.role IN (${roles})
    WHERE sa.id = ${agencyId} AND sa.logs_in)`;
}
