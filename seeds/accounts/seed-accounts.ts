import { hashPassword, roleMay } from '@tonghu/backend/support/access';
import type { DataSource, EntityManager } from 'typeorm';
import { getInstallationKind } from '../installation';
import { AGENCY_KINDS } from '../reference';
import { upsert } from '../upsert';
import { DEMO_DISTRICT } from './demo-district';
import { DEMO_PASSWORD } from './password';
import { REGION_SEEDS } from './regions';
import { TEST_DISTRICT } from './test-district';
import type { SeedDistrict } from './types';

/** Agencies and accounts of the invented 平新县. Throws in a real installation; safe to repeat. */
export async function seedDemoAccounts(owner: DataSource): Promise<void> {
  if ((await getInstallationKind(owner)) === 'real') throw new Error('正式环境不能写入演示账号。');
  await owner.transaction(async (manager) => {
    await seedDistrict(manager, DEMO_DISTRICT);
    const rows = DEMO_DISTRICT.accounts.map(({ username, displayName, role, agencyId, hint }, sort) => {
      return {
        set_code: 'DEMO_ACCOUNT',
        code: username,
        name: displayName,
        body: { role, level: levelOf(agencyId), password: DEMO_PASSWORD, hint },
        sort,
      };
    });
    await upsert(manager, 'code_item', ['set_code', 'code'], rows);
  });
}

/** Where an account works: a school or hospital is a unit wherever it stands, an office belongs to the level of its place. */
function levelOf(agencyId: string): 'district' | 'township' | 'village' | 'unit' {
  const agency = DEMO_DISTRICT.agencies.find(({ id }) => id === agencyId);
  const region = REGION_SEEDS.find(({ code }) => code === agency?.regionCode);
  if (agency === undefined || region === undefined) throw new Error(`No agency ${agencyId} in the demo`);
  return AGENCY_KINDS.find(({ code }) => code === agency.kind)?.level === 'unit' ? 'unit' : region.level;
}

/** A second district with accounts of its own, to prove that districts do not meet. Throws outside a test installation. */
export async function seedTestDistrict(owner: DataSource): Promise<void> {
  if ((await getInstallationKind(owner)) !== 'test') throw new Error('第二区县只用于自动测试。');
  await owner.transaction((manager) => seedDistrict(manager, TEST_DISTRICT));
}

async function seedDistrict(
  manager: EntityManager,
  { districtCode, agencies, accounts }: SeedDistrict,
): Promise<void> {
  // An agency where nobody can sign for an order is recorded on its behalf, so that no order waits where nobody looks.
  const withAccounts = new Set(
    accounts.filter(({ role }) => roleMay(role, 'work-order.accept')).map(({ agencyId }) => agencyId),
  );
  const rows = agencies.map(({ id, kind, name, regionCode, supervisorId, staysOut }) => {
    const logsIn = staysOut !== true && withAccounts.has(id);
    return {
      id,
      district_code: districtCode,
      region_code: regionCode,
      kind,
      name,
      supervisor_agency_id: supervisorId ?? null,
      logs_in: logsIn,
    };
  });
  await upsert(manager, 'agency', ['id'], rows);
  await addMissingAccounts(manager, districtCode, accounts);
}

/** Existing accounts stay as they are: somebody may have disabled one. */
async function addMissingAccounts(
  manager: EntityManager,
  districtCode: string,
  accounts: SeedDistrict['accounts'],
): Promise<void> {
  const present = await manager.query<{ id: string }[]>('SELECT id FROM app_user WHERE id = ANY ($1)', [
    accounts.map(({ id }) => id),
  ]);
  const known = new Set(present.map(({ id }) => id));
  const missing = accounts.filter(({ id }) => !known.has(id));
  const createdAt = new Date().toISOString();
  const rows = await Promise.all(
    missing.map(async ({ id, username, displayName, role, agencyId }) => ({
      id,
      district_code: districtCode,
      agency_id: agencyId,
      username,
      display_name: displayName,
      role,
      password_hash: await hashPassword(DEMO_PASSWORD),
      created_at: createdAt,
    })),
  );
  await upsert(manager, 'app_user', ['id'], rows);
}
