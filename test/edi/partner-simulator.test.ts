/** What our own simulated partner plays beside what independent ones do, and the state that each script leaves. */
import { describe, expect, test } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { sendPlanningSchedule, sendProductActivity } from '#edi/exchange/send-report.ts';
import { miscounted, truncated, unreadable } from '#edi/partner-simulator/misbehave.ts';
import { type LineAnswer, sscc } from '#edi/partner-simulator/script.ts';
import type { TradingRoom } from '#test/builders/trading-room.ts';
import { anAgreement, correlationId } from './exchange/an-exchange.ts';
import { activityFor, dialects, Partner, papers, scheduleFor } from './partner-simulator-room.ts';

const agreed = 'accepted 96 0 0 0';

interface Script {
  readonly title: string;
  readonly answer: LineAnswer;
  readonly line: string;
  readonly exceptions: readonly string[];
  readonly state?: string;
  /** Where EDIFACT has other words for it. */
  readonly inEdifact?: Pick<Script, 'line' | 'exceptions'>;
}

const scripts: readonly Script[] = [
  {
    title: '[S11] what is accepted is accepted',
    answer: { kind: 'accept' },
    line: 'accepted 480 0 0 0',
    exceptions: [],
    state: 'accepted',
  },
  {
    title: '[S11] a slipped date is asked of the buyer',
    answer: { kind: 'date', date: '20261231' },
    line: 'date 480 0 0 0',
    exceptions: ['buyer: date-slip'],
  },
  {
    title: '[S11] part now and the rest much later',
    answer: { kind: 'backorder', percent: 25, later: '20261231' },
    line: 'backordered 480 0 0 0',
    exceptions: ['buyer: short-or-backorder'],
    // Two deliveries in a schedule (SCC): all of it comes, some of it too late.
    inEdifact: { line: 'date 480 0 0 0', exceptions: ['buyer: date-slip'] },
  },
  {
    title: '[S11] fewer, and no more',
    answer: { kind: 'short', percent: 50 },
    line: 'quantity 240 0 0 0',
    exceptions: ['buyer: short-or-backorder'],
  },
  {
    title: '[S11] another price than was agreed',
    answer: { kind: 'price', percent: 8 },
    line: 'price 480 0 0 0',
    exceptions: ['buyer: price-difference'],
  },
  {
    title: '[S11] a refused line is the buyer’s, the other goes on',
    answer: { kind: 'reject' },
    line: 'rejected 0 0 0 0',
    exceptions: ['buyer: line-rejected'],
  },
];

describe.each(Object.entries(dialects))('a simulated partner by %s', (_name, edi) => {
  test.each(scripts)('$title', async ({ answer, state = 'differs', inEdifact, ...said }) => {
    const partner = await Partner.of(edi);
    await partner.answers(answer);
    const { line, exceptions } = (edi.standard === 'edifact' && inEdifact) || said;
    expect(await partner.left()).toMatchObject({
      answer: state,
      told: 'delivered',
      lines: [line, agreed],
      documents: ['order-acknowledgement applied'],
      exceptions,
    });
  });

  test('[S11] [M3] another item instead waits until somebody says what it is, and then for the buyer', async () => {
    const partner = await Partner.of(edi);
    await partner.answers({ kind: 'substitute', item: '77-09' });
    expect(await partner.left()).toMatchObject({
      answer: 'awaiting',
      documents: ['order-acknowledgement parked'],
      exceptions: ['steward: unknown-code'],
    });
    await partner.room.knows('77-09', 'I9');
    expect(await partner.left()).toMatchObject({
      answer: 'differs',
      lines: ['substituted 480 0 0 0', agreed],
      documents: ['order-acknowledgement applied'],
      exceptions: ['buyer: substitution'],
    });
    const ledger = await partner.room.records.get('order-ledger', 'po-1');
    expect(ledger?.body.lines[0]?.answer?.substituteItemId).toBe('I9');
  });

  test('[S13] [S14] packs by their serial numbers, taken in and paid', async () => {
    const partner = await Partner.of(edi);
    const { make, room } = partner;
    const order = await partner.answers();
    await partner.sends(make.ship(order, 100, papers('SHIP-1')), make.bill(order, 0, papers('BILL-1')));
    expect(await partner.left()).toMatchObject({
      invoices: ['waiting_for_receipt'],
      lines: ['accepted 480 480 0 0', 'accepted 96 96 0 0'],
    });
    await room.receiveWhatWasAnnounced();
    expect(await partner.left()).toMatchObject({
      lines: ['accepted 480 480 480 480', 'accepted 96 96 96 96'],
      documents: ['order-acknowledgement applied', 'ship-notice applied', 'supplier-invoice applied'],
      invoices: ['posted'],
      exceptions: [],
    });
    const [shipment] = await shipments(room);
    // Its DESADV numbers the cartons alone, its 856 the pallet too.
    const serials = (edi.standard === 'x12' ? [1, 2, 3] : [2, 3]).map(sscc);
    const units = await room.records.getMany(
      'handling-unit',
      serials.map((serial) => `sscc-${serial}`),
    );
    expect(shipment).toMatchObject({ state: 'received', packs: 3 });
    expect(units.map(({ body }) => body.shipmentId)).toEqual(serials.map(() => shipment?.id));
  });

  test('[S13] a pack that another shipment had before is no other pack', async () => {
    const partner = await Partner.of(edi);
    const order = await partner.answers();
    await partner.sends(partner.make.ship(order, 50, papers('SHIP-1')));
    await partner.sends(partner.make.ship(order, 50, papers('SHIP-2')));
    const { lines, exceptions } = await partner.left();
    expect(lines).toEqual(['accepted 480 480 0 0', 'accepted 96 96 0 0']);
    expect(exceptions).toEqual(['buyer: ship-notice-differs']);
  });

  test('[S14] a dearer invoice is blocked, and accounts payable is asked', async () => {
    const partner = await Partner.of(edi);
    const order = await partner.answers();
    await partner.sends(partner.make.ship(order, 100, papers('SHIP-1')));
    await partner.room.receiveWhatWasAnnounced();
    await partner.sends(partner.make.bill(order, 8, papers('BILL-1')));
    expect(await partner.left()).toMatchObject({
      invoices: ['blocked'],
      exceptions: ['accounts_payable: invoice-variance'],
    });
    expect(partner.room.erp.invoices()).toEqual([]);
  });

  test('[S1] [M3] stock and catalog become offers; a price that master data does not have is a steward’s', async () => {
    const partner = await Partner.of(edi);
    const order = await partner.ordered();
    const stock = partner.make.stock(order, papers('STOCK-1'), edi.version);
    await partner.sends(stock, partner.make.offer(order, 8, papers('CATALOG-1')));
    const { documents, exceptions } = await partner.left();
    expect(documents).toEqual(['supplier-catalog applied', 'supplier-stock applied']);
    const offer = (await partner.room.records.get('supplier-offer', 'acme:I1'))?.body;
    expect(offer).toMatchObject({ available: { quantity: { value: '4800', unit: 'EA' } } });
    expect(offer?.differs).toHaveLength(1);
    expect(exceptions).toEqual(['steward: offer-differs']);
  });

  test('[S16] a planning schedule and product activity are read by it without a fault, and acknowledged', async () => {
    const partner = await Partner.of(edi);
    const { room } = partner;
    const agreement = anAgreement({ edi });
    const at = room.clock.now();
    const given = { partnerId: 'acme', correlationId };
    const here = { locationId: 'HAM', items: ['I1', 'I2'] };
    unwrap(await sendPlanningSchedule(room.ports, { ...given, document: scheduleFor(agreement, at, here) }));
    await partner.takes();
    unwrap(await sendProductActivity(room.ports, { ...given, document: activityFor(agreement, at, here) }));
    await partner.takes();
    const out = (await room.documents()).map(({ direction, kind, state }) => `${direction} ${kind} ${state}`);
    expect(out.sort()).toEqual(['out planning-schedule delivered', 'out product-activity delivered']);
  });

  test('[S15] a refused order counts as not delivered, and its clock stands', async () => {
    const partner = await Partner.of(edi);
    await partner.ordered('rejects');
    expect(await partner.left()).toMatchObject({
      answer: 'awaiting',
      told: 'refused',
      exceptions: ['edi_coordinator: acknowledgement-rejecting'],
    });
    const ledger = await partner.room.records.get('order-ledger', 'po-1');
    expect(ledger?.body.answer.dueAt).toBeUndefined();
  });

  test.each([
    ['cut off', truncated, 'unreadable-interchange'],
    ['miscounted', (bytes: Uint8Array) => miscounted(bytes, edi), 'document-rejected'],
    ['unreadable', unreadable, 'unreadable-interchange'],
  ])('[S3] an answer that is %s applies nothing', async (_what, damaged, kind) => {
    const partner = await Partner.of(edi);
    const order = await partner.ordered();
    await partner.room.arrive(damaged(partner.bytes(partner.make.answer(order, [], papers('ANSWER-1')))));
    const { answer, documents, exceptions } = await partner.left();
    expect({ answer, applied: documents.filter((one) => one.endsWith('applied')) }).toEqual({
      answer: 'awaiting',
      applied: [],
    });
    expect(exceptions).toEqual([`edi_coordinator: ${kind}`]);
  });
});

describe.each(Object.entries(dialects).filter(([, { standard }]) => standard === 'x12'))(
  'a simulated partner by %s',
  (_name, edi) => {
    test('[S12] a wish of its own (865) is asked of the buyer; the order stays as it is', async () => {
      const partner = await Partner.of(edi);
      const order = await partner.answers();
      const wish = partner.make.propose?.(order, 8, papers('WISH-1'));
      if (!wish) throw new Error('there is an 865');
      await partner.sends(wish);
      expect(await partner.left()).toMatchObject({
        documents: ['order-acknowledgement applied', 'order-change-answer applied'],
        exceptions: ['buyer: supplier-proposes-change'],
        changes: [],
      });
      const ledger = await partner.room.records.get('order-ledger', 'po-1');
      expect(ledger?.body.lines[0]?.price.amount).toBe('0.125');
    });
  },
);

async function shipments({ records }: TradingRoom) {
  const query = { list: 'shipments-by-supplier', scope: 'S1', limit: 100 } as const;
  return (await records.list('expected-shipment', query)).entries.map(({ body }) => body);
}
