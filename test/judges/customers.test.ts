/** A buyer nobody here wrote orders from us and misbehaves; what each way leaves with us, who keep its orders so far. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstTransaction, opened, readOrder } from '#edi/partner-simulator/simulated-order.ts';
import { fromTheirSide, interchangeFrom, papermakers } from '#edi/partner-simulator/simulated-partner.ts';
import { outcomeOf } from '#test/builders/outcome-of.ts';
import { type Customer, Seller } from './a-seller.ts';
import { whyNot } from './mock-edi.ts';

const AN_HOUR = 3601;
const papers = { date: '20261123', delivery: '20261215' };

interface Row {
  readonly behaviour: string;
  readonly title: string;
  /** Our papers it needs to see first; they are written by hand, as nothing of ours answers customers. */
  readonly answered?: 'confirmed' | 'shipped';
  readonly documents: readonly string[];
  readonly exceptions: readonly string[];
}

const once = { documents: ['customer-order received'], exceptions: [] };
/** Its change is told to be nothing we read; and so is every word of it about our papers that nothing of ours sent. */
const refusedChange = (papersSent: number) => [`${1 + papersSent} edi_coordinator: document-rejected`];

const rows: readonly Row[] = [
  { behaviour: 'accept', title: '[S1] accept: its order is kept', ...once },
  {
    behaviour: 'duplicate-order',
    title: '[S4] duplicate-order: under another control number it is another document of the same order',
    ...once,
    documents: ['2 customer-order received'],
  },
  {
    behaviour: 'change-after-confirm',
    title: '[S3] change-after-confirm: the change is refused aloud, and the order stays as it came',
    answered: 'confirmed',
    ...once,
    exceptions: refusedChange(1),
  },
  {
    behaviour: 'cancel-late',
    title: '[S3] cancel-late: the cancellation is refused aloud, and the order stays as it came',
    answered: 'shipped',
    ...once,
    exceptions: refusedChange(2),
  },
  {
    behaviour: 'corrupt',
    title: '[S3] corrupt: an order that miscounts itself is refused, and nothing of it is kept',
    documents: ['customer-order rejected'],
    exceptions: ['edi_coordinator: document-rejected'],
  },
  { behaviour: 'late', title: '[S4] late: an order that is sent an hour later is an order', ...once },
  { behaviour: 'no-ack', title: '[S4] no-ack: what it does not acknowledge is an acknowledgement', ...once },
  { behaviour: 'reject-ack', title: '[S4] reject-ack: an acknowledgement is never acknowledged', ...once },
  { behaviour: 'strict', title: '[S4] strict: it finds no fault with our acknowledgement', ...once },
];

describe.skipIf(whyNot !== undefined).each(['x12', 'edifact'] as const)('a customer by %s', (standard) => {
  let buyer: Seller;
  beforeAll(async () => {
    buyer = await Seller.start();
  });
  afterAll(() => buyer?.stop());

  test.each(rows)('$title', async ({ behaviour, answered, documents, exceptions }) => {
    const customer = await buyer.customer(standard, behaviour, 'supplier');
    await orders(customer);
    if (answered) await answer(customer, answered);
    const left = await outcomeOf(customer.room);
    expect(left).toMatchObject({ documents, exceptions, invoices: [], changes: [] });
    // Each of its files was answered, and its own answers were not.
    const [read, said] = [/^(\d+ )?in split$/, /^(\d+ )?out acknowledgement sent$/];
    const count = (of: RegExp) => left.interchanges.map((one) => of.exec(one)).find((found) => found)?.[1];
    expect(count(said)).toBe(count(read));
  });

  async function orders(customer: Customer): Promise<void> {
    const line = { sku: 'I1', quantity: '100', uom: 'EA', price: '0.2' };
    const order = { partner: customer.id, po_number: 'C-1', requested_on: '2026-12-15', lines: [line] };
    const placed = await buyer.ask('/_mock/purchase', order);
    expect(placed.status).toBe(201);
    await buyer.wait(AN_HOUR);
    await buyer.trade(customer);
  }

  /** What a seller would answer: an 855 or ORDRSP, and an 856 or DESADV when it ships too. */
  async function answer(customer: Customer, how: 'confirmed' | 'shipped'): Promise<void> {
    const { objects, settings } = customer.room;
    const [key = ''] = objects.keys('landing', 'partners/acme/in/');
    const order = readOrder(firstTransaction(opened(Buffer.from(objects.text('landing', key), 'latin1'))));
    const edi = (await settings.get('partner', 'acme'))?.value.edi;
    if (!edi) throw new Error('EDI is agreed');
    const { answer: confirm, ship } = papermakers[standard];
    const confirmation = confirm(order, [], { ...papers, number: 'OURS-1' });
    const notice = ship(order, 100, { ...papers, number: 'SHIP-1' });
    for (const [n, body] of [confirmation, ...(how === 'shipped' ? [notice] : [])].entries()) {
      await buyer.hand(interchangeFrom(fromTheirSide(edi), [body], 900 + n, '2026-11-23T09:00:00.000Z'));
      await buyer.trade(customer);
    }
  }
});
