import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { type Result, unwrap } from '#core/kernel/result.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { type ErpLine, erpLine, type Fate } from '#test/builders/erp-line.ts';
import {
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
  type TestErp,
  unbuyableProduct,
} from '#test/builders/seeded-erp.ts';

let erp: TestErp;
const lines: ErpLine[] = [];

beforeAll(async () => {
  erp = await seededErp();
});
afterEach(async () => {
  await Promise.all(lines.splice(0).map((line) => line.close()));
});

async function lineTo(decide: (method: string) => Fate | Promise<Fate> = () => 'pass'): Promise<ErpLine> {
  const line = await erpLine(erp.url, decide);
  lines.push(line);
  return line;
}

const units = { method: 'model.product.uom.search', params: [[], 0, 1, null], answer: z.array(z.int()) };
const aParty = (name: string) => ({
  method: 'model.party.party.create',
  params: [[{ name }]],
  answer: z.array(z.int()),
});
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const logins = ({ calls }: ErpLine): number => calls.filter((method) => method === 'common.db.login').length;

describe('the session of the ERP', () => {
  it('[X1] calls at the same time share one login', async () => {
    const line = await lineTo();
    const client = clientOf(erp, { url: line.url });
    const results = await Promise.all([1, 2, 3, 4].map(() => client.read(units)));
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(logins(line)).toBe(1);
  });

  it('[X1] a session that the ERP has ended is opened again, once, and the call made', async () => {
    const line = await lineTo();
    const client = clientOf(erp, { url: line.url });
    expect(codeOf(await client.read(units))).toBe('ok');
    const ended = await fetch(`${erp.url}/${erp.database}/rpc/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: line.authorization() ?? '' },
      body: JSON.stringify({ id: 1, method: 'common.db.logout', params: [] }),
    });
    expect(ended.status).toBe(200);
    expect(codeOf(await client.read(units))).toBe('ok');
    expect(logins(line)).toBe(2);
  });

  it('[X1] a refused password is shown once, however often somebody asks, and is in no message', async () => {
    const line = await lineTo();
    const credential = { user: 'nobody-there', password: 'a-secret-of-ours' };
    const client = clientOf(erp, { url: line.url, credential });
    const first = await client.read(units);
    const again = await client.read(units);
    expect([codeOf(first), codeOf(again)]).toEqual(['system-credentials', 'system-credentials']);
    expect(logins(line)).toBe(1);
    expect(JSON.stringify([first, again])).not.toContain(credential.password);
  });

  it('[X1] a locked account is a matter of credentials, not of going slower', async () => {
    const line = await lineTo((method) => (method === 'common.db.login' ? { status: 429 } : 'pass'));
    expect(codeOf(await clientOf(erp, { url: line.url }).read(units))).toBe('system-credentials');
  });
});

describe('what the ERP says', () => {
  it('[X1] a refusal comes in its own words', async () => {
    const bare = await clientOf(erp, { credential: erp.admin }).write({
      ...aParty('x'),
      method: 'model.product.template.create',
      params: [[{ name: 'Without a unit' }]],
    });
    expect(bare).toMatchObject({ ok: false, problem: { code: 'system-refused' } });
    if (!bare.ok) expect(bare.problem.detail).toContain('Default UoM');
  });

  it('[X1] a write on what changed since it was read is stale', async () => {
    const client = clientOf(erp, { credential: erp.admin });
    const [id = 0] = unwrap(await client.write(aParty('Stale Trader')));
    const stale = await client.write({
      method: 'model.party.party.write',
      params: [[id], { name: 'Newer Trader' }],
      answer: z.unknown(),
      context: { _timestamp: { [`party.party,${id}`]: '1.0' } },
    });
    expect(codeOf(stale)).toBe('system-stale');
  });

  it('[X1] a lost answer is an unknown outcome of a write and no answer to a read', async () => {
    const line = await lineTo((method) => (method.startsWith('model.p') ? 'lose-answer' : 'pass'));
    const client = clientOf(erp, { url: line.url, credential: erp.admin });
    expect(codeOf(await client.write(aParty('Lost Trader')))).toBe('outcome-unknown');
    expect(codeOf(await client.read(units))).toBe('system-unavailable');
    const made = await administrator(erp).search('party.party', [['name', '=', 'Lost Trader']]);
    expect(made.length).toBeGreaterThan(0);
  });

  it('[X1] an answer that does not come in time is an unknown outcome of a write', async () => {
    const slow = async (method: string): Promise<Fate> => {
      if (method === 'model.party.party.create') await new Promise((resolve) => setTimeout(resolve, 1500));
      return 'pass';
    };
    const line = await lineTo(slow);
    const client = clientOf(erp, { url: line.url, credential: erp.admin, answerWithinMs: 1000 });
    expect(codeOf(await client.write(aParty('Slow Trader')))).toBe('outcome-unknown');
  });

  it.each([
    [429, 'system-throttled'],
    [500, 'system-unavailable'],
    [503, 'system-unavailable'],
    [502, 'outcome-unknown'],
    [504, 'outcome-unknown'],
  ])('[X1] HTTP %i on a write is %s', async (status, code) => {
    const line = await lineTo((method) => (method === 'model.party.party.create' ? { status } : 'pass'));
    expect(codeOf(await clientOf(erp, { url: line.url }).write(aParty('x')))).toBe(code);
  });
});

describe('orders the ERP cannot take', () => {
  it('[X2] an item that is inactive there, or packed otherwise, is refused before anything is made', async () => {
    await unbuyableProduct(administrator(erp), 'TST-GONE');
    const records = await syncedRecords(erp);
    const system = systemOn({
      system: 'tryton',
      client: clientOf(erp),
      records,
      clock: systemClock,
    }).purchaseOrders;
    const [line] = anErpOrder().lines;
    if (!line) throw new Error('the builder makes lines');
    const gone = { ...line, itemId: 'TST-GONE', quantity: { value: '1', unit: 'EA' as const } };
    const reference = `CD-${'0'.repeat(19)}1`;
    const inactive = await system.createDraft(anErpOrder({ lines: [gone] }), reference);
    const packed = { ...line, baseQuantity: { value: '7', unit: 'EA' as const } };
    const other = await system.createDraft(anErpOrder({ lines: [packed] }), reference);
    const unknown = { ...line, itemId: 'NO-SUCH-ITEM' };
    const nowhere = await system.createDraft(anErpOrder({ lines: [unknown] }), reference);
    for (const [result, words] of [
      [inactive, 'is inactive in the ERP'],
      [other, 'was planned with'],
      [nowhere, 'has no number in tryton'],
    ] as const) {
      expect(codeOf(result)).toBe('system-refused');
      if (!result.ok) expect(result.problem.detail).toContain(words);
    }
    expect(unwrap(await system.findByReference(reference))).toEqual([]);
  });
});
