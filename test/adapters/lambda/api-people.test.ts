import '#test/builders/function-environment.ts';
import '#test/builders/silent-logs.ts';

import { describe, expect, it } from 'vitest';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { type ApiContext, apiOperation } from '#api/operation.ts';
import { getDeadLetter } from '#api/routes/dead-letters.ts';
import { getMe } from '#api/routes/me.ts';
import { listSupplierOrders } from '#api/routes/supplier-orders.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail } from '#core/kernel/result.ts';
import { operation as meOperation } from '#functions/api/get-me.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { aConsumer, call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import type { ApiEventParts } from '#test/builders/an-api-event.ts';

const me = (parts: ApiEventParts, settings = settingsWithConsumer()) =>
  call(apiHandler(meOperation, settings), parts);

/** The context that an operation got, and the answer, whichever came. */
async function contextOf(parts: ApiEventParts) {
  let seen: ApiContext | undefined;
  const operation = apiOperation(getMe, async (_input, context) => {
    seen = context;
    return fail(problem('not-found', 'nothing'));
  });
  await call(apiHandler(operation, settingsWithConsumer()), parts);
  return seen;
}

describe('people', () => {
  it('[A4] a person hears who it is, in which roles, and what they allow', async () => {
    const answer = await me(aPerson('buyer'));
    expect(answer.statusCode).toBe(200);
    const { may, ...who } = JSON.parse(answer.body);
    expect(who).toEqual({
      id: 'jo@example.com',
      roles: ['buyer'],
      decides: ['buyer', 'receiving', 'accounts_payable'],
    });
    expect(may).toContain('proposals.decide');
    expect(may).not.toContain('dead-letters.redrive');
  });

  it.each([
    ['as AWS writes them', 'planner,ops'],
    ['as others write them', '[planner ops]'],
  ])(
    '[G3] the groups of a token are its roles, %s; groups that are no roles count nothing',
    async (_how, groups) => {
      const { claims = {}, ...rest } = aPerson();
      const answer = await me({ ...rest, claims: { ...claims, 'cognito:groups': `${groups}` } });
      expect(JSON.parse(answer.body).roles).toEqual(['ops', 'planner']);
      const none = await me({ ...rest, claims: { ...claims, 'cognito:groups': '[admins developers]' } });
      expectProblem(none, 403, 'forbidden');
    },
  );

  it('[G3] what a role may not is forbidden, and the answer names the roles that may', async () => {
    const operation = apiOperation(getDeadLetter, async () => fail(problem('not-found', 'nothing')));
    const handler = apiHandler(operation, settingsWithConsumer());
    const answer = await call(handler, aPerson('buyer', 'planner'));
    const { detail } = expectProblem(answer, 403, 'forbidden');
    expect(detail).toBe('This needs the role ops or auditor; you have buyer and planner.');
  });

  it('[G3] a person in no role may nothing', async () => {
    expectProblem(await me(aPerson()), 403, 'forbidden');
  });

  it('[A4] nobody who signs in reaches what is for suppliers', async () => {
    const operation = apiOperation(listSupplierOrders, async () => fail(problem('not-found', 'nothing')));
    const handler = apiHandler(operation, settingsWithConsumer());
    const answer = await call(handler, aPerson('ops', 'buyer', 'planner', 'steward', 'auditor'));
    expect(expectProblem(answer, 403, 'forbidden').detail).toContain('suppliers');
  });

  it('[G3] a token with the scope of the console from another pool makes nobody a person', async () => {
    const { claims = {}, ...rest } = aPerson('ops');
    const iss = 'https://cognito-idp.eu-central-1.amazonaws.com/consumers-1';
    expectProblem(await me({ ...rest, claims: { ...claims, iss } }), 403, 'forbidden');
  });

  it('[G3] groups in a token without the scope of the console count nothing', async () => {
    const { claims = {} } = aPerson('ops');
    expectProblem(await me({ scopes: ['aws.cognito.signin.user.admin'], claims }), 403, 'forbidden');
    const machine = await me({ scopes: ['crossdock/me.read'], claims: { 'cognito:groups': 'ops' } });
    expect(expectProblem(machine, 403, 'forbidden').detail).toContain('people');
  });

  it('[A5] a person comes with the key of the console and with no other', async () => {
    expectProblem(await me({ ...aPerson('ops'), apiKey: 'key-of-client-2' }), 403, 'forbidden');
  });

  it('[G3] suspending the console keeps everybody out at once', async () => {
    const settings = settingsWithConsumer();
    settings.put('consumer', aConsumer('client-1', { status: 'suspended' }), 'client-1');
    expectProblem(await me(aPerson('ops'), settings), 403, 'forbidden');
  });

  it('[A5] what a person does is audited under its name, from the address the distribution saw', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.4, 130.176.0.1' };
    expect(await contextOf({ ...aPerson('auditor'), headers })).toMatchObject({
      actor: { kind: 'person', id: 'jo@example.com' },
      person: { id: 'jo@example.com', roles: ['auditor'] },
      from: '198.51.100.4',
    });
    expect((await contextOf(aPerson('auditor')))?.from).toBe('192.0.2.7');
  });

  it('[A5] a machine cannot say where it comes from', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.4' };
    const seen = await contextOf({ scopes: ['crossdock/me.read'], headers });
    expect(seen).toMatchObject({ actor: { kind: 'consumer', id: 'client-1' }, from: '192.0.2.7' });
    expect(seen?.person).toBeUndefined();
  });
});
