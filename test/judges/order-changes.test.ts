/** Changes of an order, told to a seller nobody here wrote: before it ships, and too late. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '#test/builders/outcome-of.ts';
import { Seller } from './a-seller.ts';
import { whyNot } from './mock-edi.ts';

const LATE_SECONDS = 3601;
const AN_HOUR_MS = '3600000';

describe.skipIf(whyNot !== undefined).each(['x12', 'edifact'] as const)(
  'a seller in no hurry by %s',
  (standard) => {
    // EDIFACT has one message for the answer to an order and for that to a change.
    const answers =
      standard === 'x12'
        ? ['order-acknowledgement applied', 'order-change-answer applied']
        : ['2 order-acknowledgement applied'];
    let seller: Seller;
    beforeAll(async () => {
      seller = await Seller.start(['--despatch-delay', AN_HOUR_MS, '--invoice-delay', AN_HOUR_MS]);
    });
    afterAll(() => seller?.stop());

    test('[S12] answers a change before it ships, and ships and bills what it changed to', async () => {
      const customer = await seller.customer(standard, 'accept');
      const { room } = customer;
      await room.order();
      await seller.trade(customer);
      await room.change(1, '360');
      expect((await room.records.get('order-ledger', 'po-1'))?.body.answer.state).toBe('awaiting');
      await seller.trade(customer);
      expect(await outcomeOf(room)).toMatchObject({
        answer: 'accepted',
        told: 'delivered',
        lines: ['accepted 360 0 0 0', 'accepted 96 0 0 0'],
        documents: answers,
        exceptions: [],
        changes: ['system: posting none, telling sent'],
      });
      await seller.wait(LATE_SECONDS);
      await seller.trade(customer);
      await room.receiveWhatWasAnnounced();
      const { lines, invoices, exceptions } = await outcomeOf(room);
      expect(lines).toEqual(['accepted 360 360 360 360', 'accepted 96 96 96 96']);
      expect({ invoices, exceptions }).toEqual({ invoices: ['posted'], exceptions: [] });
    });

    test('[S12] is told of no change once it has shipped: the buyer is', async () => {
      const customer = await seller.customer(standard, 'accept');
      const { room } = customer;
      await room.order();
      await seller.trade(customer);
      await seller.wait(LATE_SECONDS);
      await seller.trade(customer);
      const told = room.mailbox().length;
      await room.change(1, '360');
      expect(room.mailbox()).toHaveLength(told);
      expect(await outcomeOf(room)).toMatchObject({
        answer: 'accepted',
        exceptions: ['buyer: change-not-possible'],
        changes: [],
      });
    });
  },
);
