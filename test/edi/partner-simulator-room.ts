/** Our own simulated partner at the other end of a whole distributor's mailbox. */
import { expect } from 'vitest';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { sampleActivity, sampleSchedule } from '#edi/certification/sample.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { OutgoingBody } from '#edi/exchange/envelope.ts';
import { acknowledge } from '#edi/partner-simulator/acknowledge.ts';
import type { LineAnswer, Papers } from '#edi/partner-simulator/script.ts';
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
import { anAgreement, edifact, x12 } from './exchange/an-exchange.ts';

export const dialects: Readonly<Record<string, EdiAgreement>> = {
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
export const papers = (number: string): Papers => ({ number, date: '20261123', delivery: '20261126' });

/** A partner at the other end of the room's mailbox. */
export class Partner {
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

interface Here {
  readonly locationId: string;
  readonly items: readonly string[];
}

/** The sample of the certification, of the items and the place that are here. */
export function scheduleFor(agreement: PartnerAgreement, at: string, { locationId, items }: Here) {
  const schedule = sampleSchedule(agreement, at);
  const own = schedule.items.map((item, i) => ({ ...item, itemId: items[i] ?? '' }));
  return { ...schedule, locationId, items: own };
}

export function activityFor(agreement: PartnerAgreement, at: string, { locationId, items }: Here) {
  const activity = sampleActivity(agreement, at);
  const locations = activity.locations.map((location) => ({
    locationId,
    items: location.items.map((item, i) => ({ ...item, itemId: items[i] ?? '' })),
  }));
  return { ...activity, locations };
}
