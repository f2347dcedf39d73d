import * as z from 'zod';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { type ErpLine, erpLine, type Fate } from '#test/builders/erp-line.ts';
import {
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
  unbuyableProduct,
} from '#test/builders/seeded-erp.ts';
import { type SystemUnderTest, systemOfRecordContract } from './system-of-record.ts';

const numberOf = z.object({ id: z.int() });

async function open(): Promise<SystemUnderTest> {
  const erp = await seededErp();
  const admin = administrator(erp);
  await unbuyableProduct(admin, 'TST-BLOCKED');
  const records = await syncedRecords(erp);
  const on = (differing: Parameters<typeof clientOf>[1]) =>
    systemOn({ system: 'tryton', client: clientOf(erp, differing), records, clock: systemClock });

  const lines: ErpLine[] = [];
  const through = async (decide: (method: string) => Fate | Promise<Fate>) => {
    const line = await erpLine(erp.url, decide);
    lines.push(line);
    return on({ url: line.url });
  };
  const [first, second] = anErpOrder().lines;
  if (!first || !second) throw new Error('the builder makes two lines');
  const blocked = {
    ...second,
    itemId: 'TST-BLOCKED',
    quantity: { value: '10', unit: 'EA' as const },
    baseQuantity: { value: '10', unit: 'EA' as const },
    price: { amount: '3', currency: 'USD' as const, per: { value: '1', unit: 'EA' as const } },
  };
  return {
    system: on({}),
    anOrder: anErpOrder,
    aRefusedOrder: { by: () => anErpOrder({ lines: [first, blocked] }) },
    losingAnswers: {
      by: await through((method) => (/purchase\.(create|confirm)$/.test(method) ? 'lose-answer' : 'pass')),
    },
    down: { by: on({ url: 'http://127.0.0.1:9' }) },
    wrongCredential: { by: on({ credential: { user: 'nobody-here', password: 'wrong' } }) },
    throttled: {
      by: await through((method) => (/purchase\.create$/.test(method) ? { status: 429 } : 'pass')),
    },
    stale: {
      by: await through(async (method): Promise<Fate> => {
        if (method !== 'model.purchase.purchase.quote') return 'pass';
        const drafts = await admin.search('purchase.purchase', [['state', '=', 'draft']]);
        const latest = numberOf.parse({ id: drafts.at(-1) }).id;
        await admin.call('purchase.purchase', 'write', [latest], { description: 'changed meanwhile' });
        return 'pass';
      }),
    },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

systemOfRecordContract('Tryton', open);
