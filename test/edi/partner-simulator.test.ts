/** What our own simulated partner plays beside what independent ones do, and the state that each script leaves. */
import { describe, expect, test } from 'vitest';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { unwrap } from '#core/kernel/result.ts';
import { sampleActivity, sampleSchedule } from '#edi/certification/sample.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { OutgoingBody } from '#edi/exchange/envelope.ts';
import { sendPlanningSchedule, sendProductActivity } from '#edi/exchange/send-report.ts';
import { acknowledge } from '#edi/partner-simulator/acknowledge.ts';
import { miscounted, truncated, unreadable } from '#edi/partner-simulator/misbehave.ts';
import { type LineAnswer, type Papers, sscc } from '#edi/partner-simulator/script.ts';
import {
  firstTransaction,
  opened,
  readOrder,
  type SimulatedOrder,
} from '#edi/partner-simulator/simulated-order.ts';
import { interchangeFrom, type Papermaker, papermakers } from '#edi/partner-simulator/simulated-partner.ts';
import { anItemCandidate } from '#test/builders/a-master-data-source.ts';
import { type Outcome, outcomeOf } from '#test/builders/outcome-of.ts';
import { type TradingRoom, tradingRoom } from '#test/builders/trading-room.ts';
import { anAgreement, correlationId, edifact, x12 } from './exchange/an-exchange.ts';

const dialects: Readonly<Record<string, EdiAgreement>> = {
  'X12 004010': x12(),
  'X12 005010 with 999': x12({
    version: '005010',
    acknowledgements: { send: '999', expectWithinMinutes: 240 },
  }),
  'EDIFACT D.96A': edifact(),
  'EDIFACT D.01B': edifact({ version: 'D01B' }),
};

const tolerances: PartnerAgreement['tolerances'] = {
  ...anAgreement().tolerances,
  quantityUnderPercent: '5',
  pricePercent: '2',
};
const papers = (number: string): Papers => ({ number, date: '20261123', delivery: '20261126' });

/** A partner at the other end of the room's mailbox. */
class Partner {
  readonly room: TradingRoom;
  readonly edi: EdiAgreement;
  readonly make: Papermaker;
  #control = 700;

  private constructor(room: TradingRoom, edi: EdiAgreement) {
    this.room = room;
    this.edi = edi;
    this.make = papermakers[edi.standard];
  }

  static async of(edi: EdiAgreement): Promise<Partner> {
    const more = { items: [[anItemCandidate('I1'), anItemCandidate('I2'), anItemCandidate('I9')]] };
    return new Partner(await tradingRoom(anAgreement({ edi, tolerances }), more), edi);
  }

  /** What it received last. */
  received() {
    return opened(Buffer.from(this.room.mailbox().at(-1)?.text ?? '', 'latin1'));
  }

  bytes(...bodies: readonly OutgoingBody[]): Uint8Array {
    this.#control += 1;
    return interchangeFrom(this.edi, bodies, this.#control, this.room.clock.now());
  }

  async sends(...bodies: readonly OutgoingBody[]): Promise<void> {
    await this.room.arrive(this.bytes(...bodies));
  }

  /** It gets our order and takes it. */
  async ordered(verdict: 'accepts' | 'rejects' = 'accepts'): Promise<SimulatedOrder> {
    await this.room.order();
    const received = this.received();
    await this.sends(acknowledge(this.edi, received, verdict));
    return readOrder(firstTransaction(received));
  }

  /** It takes what it received last, and has no fault to find with it. */
  async takes(): Promise<void> {
    const received = this.received();
    expect(faultsOf({ interchanges: [received], faults: [] })).toEqual([]);
    await this.sends(acknowledge(this.edi, received, 'accepts'));
  }

  async answers(...answers: readonly LineAnswer[]): Promise<SimulatedOrder> {
    const order = await this.ordered();
    await this.sends(this.make.answer(order, answers, papers('ANSWER-1')));
    return order;
  }

  async left(): Promise<Outcome> {
    return outcomeOf(this.room);
  }
}

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

interface Here {
  readonly locationId: string;
  readonly items: readonly string[];
}

/** The sample of the certification, of the items and the place that are here. */
function scheduleFor(agreement: PartnerAgreement, at: string, { locationId, items }: Here) {
  const schedule = sampleSchedule(agreement, at);
  const own = schedule.items.map((item, i) => ({ ...item, itemId: items[i] ?? '' }));
  return { ...schedule, locationId, items: own };
}

function activityFor(agreement: PartnerAgreement, at: string, { locationId, items }: Here) {
  const activity = sampleActivity(agreement, at);
  const locations = activity.locations.map((location) => ({
    locationId,
    items: location.items.map((item, i) => ({ ...item, itemId: items[i] ?? '' })),
  }));
  return { ...activity, locations };
}
