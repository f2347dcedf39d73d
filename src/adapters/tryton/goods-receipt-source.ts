import * as z from 'zod';
import type { GoodsReceiptSource, SystemGoodsReceipt } from '#business/purchasing/receipt-ports.ts';
import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { SystemParts } from '../system-factory.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { connectionOf } from './connection.ts';
import {
  type MovementRow,
  movements,
  type ReceivedLine,
  type ShipmentRow,
  shipments,
  toGoodsReceipt,
} from './goods-receipts.ts';
import { numbered } from './line-numbers.ts';
import { allRows, type Reading, rowPages } from './read-rows.ts';
import { wireDateTime } from './wire.ts';

/** Goods receipts of one Tryton by its settings and secret. */
export const trytonGoodsReceiptSource = (
  settings: SystemOfRecordSettings,
  { credential, clock }: Pick<SystemParts, 'credential' | 'clock'>,
): GoodsReceiptSource =>
  goodsReceiptsOf(settings.id, trytonClient(connectionOf(settings, credential, clock)));

/** On a client: where tests put what they made. */
export const goodsReceiptsOf = (system: string, client: TrytonClient): GoodsReceiptSource => ({
  id: system,
  pull: (changedSince) => pull(client, changedSince),
});

async function* pull(
  client: TrytonClient,
  changedSince: Instant,
): AsyncGenerator<Result<readonly SystemGoodsReceipt[]>, void> {
  const from = wireDateTime(changedSince);
  const wanted = ['OR', ['write_date', '>=', from], ['create_date', '>=', from]];
  for await (const page of rowPages(client, shipments(wanted))) {
    if (!page.ok) return void (yield page);
    yield await withMovements(client, page.value);
  }
}

async function withMovements(
  client: TrytonClient,
  page: readonly ShipmentRow[],
): Promise<Result<readonly SystemGoodsReceipt[]>> {
  const moves = await allRows(client, movements(page.map(({ id }) => id)));
  if (!moves.ok) return moves;
  const lines = await receivedLines(client, moves.value);
  if (!lines.ok) return lines;
  const movesOf = Map.groupBy(moves.value, ({ shipment }) => shipment);
  return ok(
    page.map((row) =>
      toGoodsReceipt(row, movesOf.get(`stock.shipment.in,${row.id}`) ?? [], (origin) =>
        lines.value.get(origin ?? ''),
      ),
    ),
  );
}

const lineRow = z.object({
  id: z.int(),
  sequence: z.int().nullable(),
  'purchase.': z.object({ id: z.int(), reference: z.string().nullable() }),
});
type LineRow = z.infer<typeof lineRow>;

/** All lines with goods of some purchases, or the ones that some movements come from. */
const purchaseLines = (domain: readonly unknown[]): Reading<LineRow> => ({
  model: 'purchase.line',
  domain: [['type', '=', 'line'], ['product.type', '=', 'goods'], domain],
  fields: ['sequence', 'purchase.reference'],
  row: lineRow,
});

const ORIGIN = /^purchase\.line,(\d+)$/;

/** By origin of a movement: the order and the number of its line, which all lines of the order are needed for. */
async function receivedLines(
  client: TrytonClient,
  moves: readonly MovementRow[],
): Promise<Result<ReadonlyMap<string, ReceivedLine>>> {
  const ids = moves.flatMap(({ origin }) => ORIGIN.exec(origin ?? '')?.[1] ?? []).map(Number);
  if (ids.length === 0) return ok(new Map());
  const named = await allRows(client, purchaseLines(['id', 'in', ids]));
  if (!named.ok) return named;
  const purchases = [...new Set(named.value.map((line) => line['purchase.'].id))];
  const all = await allRows(client, purchaseLines(['purchase', 'in', purchases]));
  if (!all.ok) return all;
  const found = new Map<string, ReceivedLine>();
  for (const [purchase, lines] of Map.groupBy(all.value, (line) => line['purchase.'].id)) {
    for (const { line, lineNumber } of numbered(lines, lines[0]?.['purchase.'].reference ?? null)) {
      found.set(`purchase.line,${line.id}`, { purchase, lineNumber });
    }
  }
  return ok(found);
}
