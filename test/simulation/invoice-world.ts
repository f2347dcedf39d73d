/**
 * One run of receiving goods and invoices in a bad world: invoices before and after their goods, some of them twice
 * under another document, events repeated and late, functions that die anywhere. Then all becomes quiet.
 */
import { blockOverdueInvoices } from '#business/finance/block-overdue-invoices.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import type { FinancePorts } from '#business/finance/ports.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import type { SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { unwrap } from '#core/kernel/result.ts';
import {
  aLedger,
  aLedgerLine,
  anInvoice,
  anInvoiceLine,
  financeRoom,
  receive,
} from '../business/finance/finance-room.ts';
import { type Persistence, repeatedly, someTrouble } from './persist.ts';
import { type Random, randomOf } from './random.ts';
import { noTrouble, type Process, scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const correlationId = 'cor-finance-room';

export type FinanceRoom = ReturnType<typeof financeRoom>;

/** What a test breaks on purpose. */
export interface InvoiceSabotage {
  readonly records?: (records: FinanceRoom['records']) => FinanceRoom['records'];
  /** Nobody tells invoices that goods came. */
  readonly deaf?: boolean;
}

export interface InvoiceWorld {
  readonly room: FinanceRoom;
  /** Documents by the invoice they are; more than one where it came twice. */
  readonly honest: ReadonlyMap<string, readonly string[]>;
  /** The document that asks more than the order's price. */
  readonly dear: string;
  readonly receivedOn: ReadonlyMap<number, number>;
}

interface Stage extends Persistence {
  readonly room: FinanceRoom;
}

const LINES = [1, 2] as const;

export async function runInvoiceWorld(seed: number, sabotage: InvoiceSabotage = {}): Promise<InvoiceWorld> {
  const random = randomOf(seed);
  const whole = financeRoom();
  const room = { ...whole, records: sabotage.records?.(whole.records) ?? whole.records };
  await whole.order(aLedger({ lines: LINES.map((n) => aLedgerLine({ lineNumber: n, itemId: `I${n}` })) }));
  const start = Date.parse(room.clock.now());
  const endOfChaos = start + random.int(2, 8) * MINUTE;
  const trouble = someTrouble(random);
  const world = scheduler(random, start, () => (world.nowMs() < endOfChaos ? trouble : noTrouble));
  const stage: Stage = { world, random, room };

  relay(stage, sabotage);
  const receivedOn = new Map(LINES.map((line) => [line, 480]));
  for (const line of LINES) goodsOf(stage, line);
  const honest = new Map<string, readonly string[]>();
  for (const [number, lines] of invoicesOf(random)) {
    const documents = random.chance(0.4) ? [`${number}-a`, `${number}-b`] : [`${number}-a`];
    honest.set(number, documents);
    for (const id of documents) arrives(stage, id, anInvoice({ number, lines, totals: {} }));
  }
  const price = { amount: '25', per: { value: '100', unit: 'EA' } } as const;
  arrives(stage, 'dear', anInvoice({ number: 'dear', lines: [anInvoiceLine({ price })], totals: {} }));
  world.after(random.int(0, 300_000), () =>
    repeatedly(stage, 2, async (own) => unwrap(await blockOverdueInvoices(portsOf(stage, own)))),
  );
  await world.run(start + 20 * MINUTE);
  return { room: whole, honest, dear: 'dear', receivedOn };
}

/** 480 pieces of each line, in parts that the invoices share out as they like. */
function invoicesOf(random: Random): ReadonlyMap<string, SupplierInvoice['lines']> {
  const count = random.int(1, 4);
  const invoices = new Map<string, SupplierInvoice['lines']>();
  for (let n = 0; n < count; n += 1) {
    const part = n === count - 1 ? 480 - Math.floor(480 / count) * n : Math.floor(480 / count);
    invoices.set(
      `R-${n}`,
      LINES.map((line) =>
        anInvoiceLine({
          lineNumber: String(line),
          order: { number: 'PO100', line: String(line) },
          item: [{ scheme: 'buyer-item', value: `I${line}` }],
          quantity: { value: String(part), unit: 'EA' },
        }),
      ),
    );
  }
  return invoices;
}

function goodsOf(stage: Stage, lineNumber: number): void {
  const { world, random } = stage;
  const first = random.int(1, 479);
  for (const [n, good] of [first, 480 - first].entries()) {
    const arrival = {
      receiptId: `gr-${lineNumber}-${n}`,
      good: String(good),
      orderNumber: 'PO100',
      lineNumber,
    };
    world.after(random.int(0, 400_000), () =>
      repeatedly(stage, 2, (own) => receive(own.port(stage.room.records), arrival)),
    );
  }
}

function arrives({ world, random, room }: Stage, id: string, invoice: SupplierInvoice): void {
  world.after(random.int(0, 400_000), () => void room.deliver(id, invoice));
}

const portsOf = ({ room }: Stage, own: Process): FinancePorts => ({
  records: own.port(room.records),
  settings: room.settings,
  objects: own.port(room.objects),
  clock: own.clock,
});

/** Every event gets to its consumer, perhaps several times. */
function relay(stage: Stage, { deaf = false }: InvoiceSabotage): void {
  const { world, room } = stage;
  let relayed = 0;
  const again = (): void => {
    const published = room.records.published();
    for (const { type, subject } of published.slice(relayed)) {
      if (type === 'crossdock.partner-document-received.v1') {
        const given = { partnerDocumentId: subject, correlationId };
        repeatedly(stage, 3, async (own) => unwrap(await matchInvoice(portsOf(stage, own), given)));
      }
      if (type === 'crossdock.order-progressed.v1' && !deaf) {
        const given = { purchaseOrderId: subject, correlationId };
        repeatedly(stage, 3, async (own) => unwrap(await rematchWaitingInvoices(portsOf(stage, own), given)));
      }
    }
    relayed = published.length;
    world.after(5000, again);
  };
  world.after(5000, again);
}
