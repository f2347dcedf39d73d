/**
 * One order and everything its supplier and the warehouse say about it, twice: once in a calm world in which each is
 * heard once and in order, once in a bad one in which events are repeated, overtake each other, and their consumers
 * crash in the middle. When all is quiet both worlds must have come to the same.
 */
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyGoodsReceipt } from '#business/purchasing/apply-goods-receipt.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import type { MatchingPorts } from '#business/purchasing/matching-ports.ts';
import { unwrap } from '#core/kernel/result.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';
import { type Persistence, repeatedly, someTrouble } from './persist.ts';
import { randomOf } from './random.ts';
import { noTrouble, scheduler } from './scheduler.ts';
import { type SupplierStory, supplierStory } from './supplier-story.ts';

const MINUTE = 60_000;
const correlationId = 'cor-supplier-world';

export type SupplierRoom = Awaited<ReturnType<typeof supplierRoom>>;

export interface SupplierWorlds {
  readonly story: SupplierStory;
  readonly calm: SupplierRoom;
  readonly bad: SupplierRoom;
}

/** What a test breaks on purpose. */
export interface SupplierSabotage {
  readonly records?: (records: SupplierRoom['records']) => SupplierRoom['records'];
}

export async function runSupplierWorlds(
  seed: number,
  sabotage: SupplierSabotage = {},
): Promise<SupplierWorlds> {
  const random = randomOf(seed);
  const story = supplierStory(random);
  const [calm, bad] = [await told(story), await told(story)];
  for (const step of stepsOf(story)) await step(calm);

  const start = Date.parse(bad.clock.now());
  const endOfChaos = start + random.int(1, 4) * MINUTE;
  const trouble = someTrouble(random);
  const world = scheduler(random, start, () => (world.nowMs() < endOfChaos ? trouble : noTrouble));
  const stage: Persistence = { world, random };
  const records = sabotage.records?.(bad.records) ?? bad.records;
  for (const step of stepsOf(story)) {
    repeatedly(stage, 3, (own) =>
      step({
        records: own.port(records),
        settings: bad.settings,
        objects: own.port(bad.objects),
        clock: own.clock,
      }),
    );
  }
  await world.run(start + 600 * MINUTE);
  return { story, calm, bad };
}

/** The order is placed, everything about it has arrived, and nothing is applied yet. */
async function told({ lines, documents, receipts }: SupplierStory): Promise<SupplierRoom> {
  const room = await supplierRoom();
  await room.ordered({ lines });
  for (const { content, ...arrival } of documents) await room.arrived(content, arrival);
  for (const body of receipts) await room.put({ type: 'goods-receipt', id: body.id, expect: 'absent', body });
  return room;
}

type Step = (ports: MatchingPorts) => Promise<void>;

const stepsOf = ({ documents, receipts }: SupplierStory): readonly Step[] => [
  ...documents.map(({ id: partnerDocumentId, kind }): Step => {
    const apply = kind === 'ship-notice' ? applyShipNotice : applyAcknowledgement;
    return async (ports) => unwrap(await apply(ports, { partnerDocumentId, correlationId }));
  }),
  ...receipts.map(({ id: goodsReceiptId }): Step => {
    return async (ports) => unwrap(await applyGoodsReceipt(ports, { goodsReceiptId, correlationId }));
  }),
];
