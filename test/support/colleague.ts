import { ACCOUNTS, Client, PASSWORD, type TestApp, type Who } from './test-app';

/** A second account of the same agency and role; only its user name differs. */
export async function colleagueOf(app: TestApp, who: Who): Promise<Client> {
  const username = `${ACCOUNTS[who]}-2`;
  await app.owner.query(
    `INSERT INTO app_user (id, district_code, agency_id, username, display_name, role, password_hash, created_at)
     SELECT gen_random_uuid(), district_code, agency_id, $2, '同事', role, password_hash, now() FROM app_user WHERE username = $1`,
    [ACCOUNTS[who], username],
  );
  const reply = await app.anyone.call('POST', '/session', { username, password: PASSWORD }, {});
  return new Client(app.url, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
}
