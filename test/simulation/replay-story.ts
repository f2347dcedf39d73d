import type { LineAnswer } from '#edi/partner-simulator/script.ts';
import type { TradingRoom } from '#test/builders/trading-room.ts';
import { x12 } from '#test/edi/exchange/an-exchange.ts';
import { Partner, papers } from '#test/edi/partner-simulator-room.ts';
import type { Random } from './random.ts';

const answers: readonly [LineAnswer, ...LineAnswer[]] = [
  { kind: 'accept' },
  { kind: 'short', percent: 50 },
  { kind: 'price', percent: 8 },
  { kind: 'reject' },
  { kind: 'substitute', item: '77-09' },
];

/** An order and what may come of it: answered, changed, announced, received, billed, each of it or not. */
export async function tradeWith(random: Random): Promise<TradingRoom> {
  const partner = await Partner.of(x12());
  const { room, make, edi } = partner;
  const order = await partner.answers(random.pick(answers));
  room.clock.advance(60_000);
  if (random.chance(0.5)) await room.knows('77-09', 'I9');
  if (random.chance(0.3)) await room.change(2, '90');
  room.clock.advance(3_600_000);
  if (random.chance(0.3)) {
    await partner.sends(
      make.stock(order, papers('STOCK-1'), edi.version),
      make.offer(order, 8, papers('CATALOG-1')),
    );
  }
  if (random.chance(0.7)) await partner.sends(make.ship(order, random.int(50, 100), papers('SHIP-1')));
  if (random.chance(0.3)) await room.wait(30);
  if (random.chance(0.5)) await room.receiveWhatWasAnnounced();
  if (random.chance(0.6)) await partner.sends(make.bill(order, random.pick([0, 0, 8]), papers('BILL-1')));
  if (random.chance(0.5)) await room.receiveWhatWasAnnounced();
  return room;
}
