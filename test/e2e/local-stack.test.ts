import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/** What the runner says of the stack it raised. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run these tests through npm test.`);
  return value;
}

/** The addresses on which this machine listens on a port, as the Linux kernel tells them. */
function listeningAddresses(port: number): string[] {
  const LISTEN = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local, , state]) =>
        state === LISTEN && local?.endsWith(`:${port.toString(16).toUpperCase().padStart(4, '0')}`),
    )
    .map(([, local]) => local?.split(':')[0] ?? '');
}

const LOOPBACK = '0100007F';

describe('the local stack', () => {
  test.runIf(process.platform === 'linux')('[G3] it listens on the loopback interface alone', () => {
    for (const name of ['CROSSDOCK_AWS_ENDPOINT', 'CROSSDOCK_ERP_URL']) {
      expect(listeningAddresses(Number(new URL(given(name)).port)), name).toEqual([LOOPBACK]);
    }
  });

  test('[G3] the embedded AWS enforces IAM', async () => {
    const health = await (await fetch(`${given('CROSSDOCK_AWS_ENDPOINT')}/_ministack/health`)).json();
    expect(health).toMatchObject({ auth: 'enabled' });
  });

  test('[X1] the ERP lets Crossdock in as its own user, who may not administer it', async () => {
    const call = async (headers: Record<string, string>, method: string, ...params: unknown[]) => {
      const answer = await fetch(`${given('CROSSDOCK_ERP_URL')}/${given('CROSSDOCK_ERP_DATABASE')}/rpc/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ id: 1, method, params }),
      });
      return z.looseObject({ result: z.unknown().optional() }).parse(await answer.json());
    };
    const user = given('CROSSDOCK_ERP_USER');
    const login = await call({}, 'common.db.login', user, { password: given('CROSSDOCK_ERP_PASSWORD') });
    const [userId, token] = z.tuple([z.int(), z.string()]).rest(z.unknown()).parse(login.result);
    const session = Buffer.from(`${user}:${userId}:${token}`).toString('base64');
    const authorization = { authorization: `Session ${session}` };
    const companies = await call(authorization, 'model.company.company.search', [], 0, 10, null, {});
    expect(companies).toMatchObject({ result: [Number(given('CROSSDOCK_ERP_COMPANY'))] });
    const refused = await call(authorization, 'model.res.user.create', [{ name: 'x', login: 'x' }], {});
    expect(JSON.stringify(refused)).toContain('You are not allowed to access');
  });
});
