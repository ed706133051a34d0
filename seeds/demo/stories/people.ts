import { roleMay } from '@tonghu/backend/support/access';
import { DEMO_DISTRICT } from '../../accounts/demo-district';
import { REGION_SEEDS } from '../../accounts/regions';

/** Account that handles orders of an agency; undefined for one that does not log in: intake records on its behalf. */
export function handlerOf(agencyId: string): string | undefined {
  return DEMO_DISTRICT.accounts.find(
    (account) => account.agencyId === agencyId && roleMay(account.role, 'work-order.accept'),
  )?.username;
}

/** The first agency of a kind. */
export function agencyOf(kind: string): string {
  const agency = DEMO_DISTRICT.agencies.find((one) => one.kind === kind);
  if (agency === undefined) throw new Error(`The demo has no ${kind}`);
  return agency.id;
}

/** The 督导员 of the township a village lies in. */
export function supervisorOf(regionCode: string): string {
  const township = REGION_SEEDS.find(({ code }) => code === regionCode)?.parent;
  const station = DEMO_DISTRICT.agencies.find(
    ({ kind, regionCode: at }) => kind === 'township' && at === township,
  );
  const username = station === undefined ? undefined : handlerOf(station.id);
  if (username === undefined) throw new Error(`Nobody supervises ${regionCode}`);
  return username;
}

export interface VillagePost {
  readonly username: string;
  readonly userId: string;
  readonly agencyId: string;
}

/** The 儿童主任 of a village; undefined where nobody has an account yet: the township does the work. */
export function directorOf(regionCode: string): VillagePost | undefined {
  const committee = DEMO_DISTRICT.agencies.find(
    ({ kind, regionCode: at }) => kind === 'village' && at === regionCode,
  );
  const account = DEMO_DISTRICT.accounts.find(
    ({ agencyId, role }) => agencyId === committee?.id && role === 'child_director',
  );
  return account === undefined
    ? undefined
    : { username: account.username, userId: account.id, agencyId: account.agencyId };
}

/** Whoever visits the child. */
export function visitorOf(regionCode: string): string {
  return directorOf(regionCode)?.username ?? supervisorOf(regionCode);
}
