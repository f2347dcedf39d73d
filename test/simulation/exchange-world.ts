/**
 * One run of exchanging interchanges with a partner in a bad world: functions die between any two calls, answers get
 * lost, notifications and events come several times and in any order, the partner sends files twice and numbers twice.
 * The partner takes what lies in its mailbox, acknowledges it and answers orders. Then all becomes quiet.
 */
import { exceptionGone } from '#business/exceptions/close-exception.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { receiveInterchange } from '#edi/exchange/receive-interchange.ts';
import { sendOrderChange } from '#edi/exchange/send-order-change.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { dropId, keepDocument } from '#platform/intake/keep-document.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { an855, anInterchange, type Sent } from '#test/edi/exchange/a-partner.ts';
import { anExchange, correlationId, type Exchange } from '#test/edi/exchange/an-exchange.ts';
import { type Persistence, repeatedly, someTrouble } from './persist.ts';
import { type Random, randomOf } from './random.ts';
import { noTrouble, type Process, scheduler } from './scheduler.ts';

const MINUTE = 60_000;

export interface ExchangeWorld {
  readonly room: Exchange;
  readonly orders: readonly string[];
  /** Those of them that were changed, once. */
  readonly changed: readonly string[];
  /** Every transaction of the partner by the order number it names; `bad` ones break the schema. */
  readonly transactions: readonly { readonly orderNumber: string; readonly bad: boolean }[];
  /** Control numbers whose 850 the partner rejects. */
  readonly rejects: (controlNumber: string) => boolean;
}

/** What a test breaks on purpose. */
export type ExchangeSabotage = (ports: ExchangePorts) => ExchangePorts;

interface Stage extends Persistence {
  readonly room: Exchange;
  readonly sabotage: ExchangeSabotage;
}

export async function runExchangeWorld(
  seed: number,
  sabotage: ExchangeSabotage = (ports) => ports,
): Promise<ExchangeWorld> {
  const random = randomOf(seed);
  const room = anExchange();
  await room.agree();
  const start = Date.parse(room.clock.now());
  const endOfChaos = start + random.int(2, 8) * MINUTE;
  const trouble = someTrouble(random);
  const world = scheduler(random, start, () => (world.nowMs() < endOfChaos ? trouble : noTrouble));
  const stage: Stage = { world, random, room, sabotage };
  const orders = await placeOrders(stage, random.int(0, 4));
  const changed = await changeOrders(stage, orders);
  const transactions = partnerFiles(stage, random.int(1, 3));
  const rejects = (controlNumber: string): boolean => Number(controlNumber) % 3 === 0;
  partnerReads(stage, rejects, endOfChaos);
  await world.run(start + 240 * MINUTE);
  return { room, orders, changed, transactions, rejects };
}

function portsOf({ room, sabotage }: Stage, own: Process): ExchangePorts {
  const records = own.port(room.records);
  return sabotage({
    records,
    objects: own.port(room.objects),
    settings: own.port(room.settings),
    clock: own.clock,
    exceptionChange: (draft) => exceptionChange({ records, clock: own.clock }, draft),
    exceptionGone: (which, because) => exceptionGone({ records, clock: own.clock }, which, because),
  });
}

/** Orders whose events come several times. */
async function placeOrders(stage: Stage, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, n) => `po-${n + 1}`);
  for (const [n, id] of ids.entries()) {
    await stage.room.order({ id, number: `OUR-${n + 1}` });
    repeatedly(stage, 3, async (own) => {
      unwrap(await sendPurchaseOrder(portsOf(stage, own), { purchaseOrderId: id, correlationId }));
    });
  }
  return ids;
}

/** Changes of some orders, their events beside those of the orders and as often. */
async function changeOrders(stage: Stage, orders: readonly string[]): Promise<readonly string[]> {
  const changed = orders.filter(() => stage.random.chance(0.5));
  for (const purchaseOrderId of changed) {
    const body = anOrderChange({ id: `oc-${purchaseOrderId}`, purchaseOrderId, telling: 'requested' });
    const change = { type: 'order-change', id: body.id, expect: 'absent', body } as const;
    unwrap(await stage.room.records.commit({ changes: [change], correlationId }));
    repeatedly(stage, 3, async (own) => {
      unwrap(await sendOrderChange(portsOf(stage, own), { orderChangeId: body.id, correlationId }));
    });
  }
  return changed;
}

/** One file in the mailbox, its notification repeated. */
function dropped(stage: Stage, key: string, text: string): void {
  stage.room.objects.putText('landing', key, text);
  repeatedly(stage, 3, async (own) => {
    const ports = portsOf(stage, own);
    const arrival = { kind: 'edi-interchange', key, drop: 'one', from: 'partner', correlationId } as const;
    const { document } = unwrap(await keepDocument(ports, arrival));
    unwrap(await receiveInterchange(ports, { document, key, arrival: dropId(arrival), correlationId }));
  });
}

/** Files with good and bad answers; some come again under another name, some numbers again with other content. */
function partnerFiles(stage: Stage, files: number): ExchangeWorld['transactions'] {
  const { random } = stage;
  const made: { orderNumber: string; bad: boolean }[] = [];
  const several = (control: number): Sent[] =>
    Array.from({ length: random.int(1, 30) }, (_, n) => {
      const orderNumber = `THEIR-${control}-${n}`;
      const bad = random.chance(0.2);
      made.push({ orderNumber, bad });
      return bad ? anUnusable855(orderNumber) : an855(orderNumber);
    });
  for (let file = 0; file < files; file += 1) {
    const control = 100 + file;
    const text = anInterchange(several(control), { control, groups: random.int(1, 2) });
    dropped(stage, `partners/acme/in/${control}.edi`, text);
    if (random.chance(0.4)) dropped(stage, `partners/acme/in/${control}-again.edi`, text);
    if (random.chance(0.3)) {
      // The file before once more, with another interchange behind it.
      const together = text + anInterchange(several(control + 50), { control: control + 50 });
      dropped(stage, `partners/acme/in/${control}-together.edi`, together);
    }
  }
  return made;
}

const anUnusable855 = (orderNumber: string): Sent =>
  an855(orderNumber, [
    new Segment('PO1', ['1', 'many', 'EA', '12.5', 'HP', 'BP', 'I1']),
    new Segment('ACK', ['IA', '480', 'EA', '067', '20261207']),
  ]);

/** The partner looks into its mailbox now and then and acknowledges every order and change it finds, once. */
function partnerReads(stage: Stage, rejects: ExchangeWorld['rejects'], until: number): void {
  const { world, random, room } = stage;
  const seen = new Set<string>();
  let control = 900;
  const look = (): void => {
    for (const { name, text } of room.mailbox()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const answer = anAnswer(text, rejects);
      if (!answer) continue;
      control += 1;
      dropped(stage, `partners/acme/in/${control}.edi`, anInterchange([answer], { control }));
    }
    if (world.nowMs() < until + 30 * MINUTE) world.after(pauseOf(random), look);
  };
  world.after(pauseOf(random), look);
}

const pauseOf = (random: Random): number => random.int(1, 4 * MINUTE);

const groupOf: Readonly<Partial<Record<string, string>>> = { '850': 'PO', '860': 'PC' };

/** The 997 of an 850 or 860; undefined for anything else. */
function anAnswer(text: string, rejects: ExchangeWorld['rejects']): Sent | undefined {
  const [interchange] = parseInterchanges(Buffer.from(text))?.interchanges ?? [];
  const [group] = interchange?.groups ?? [];
  const [order] = group?.transactions ?? [];
  const functionalId = groupOf[order?.type ?? ''];
  if (!interchange || !group || !order || functionalId === undefined) return undefined;
  const code = rejects(interchange.reference) ? 'R' : 'A';
  const body = [
    new Segment('AK1', [functionalId, group.reference]),
    new Segment('AK2', [order.type, order.reference]),
    new Segment('AK5', [code]),
    new Segment('AK9', [code, '1', '1', code === 'A' ? '1' : '0']),
  ];
  return { type: '997', body };
}
