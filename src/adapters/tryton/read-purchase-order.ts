import * as z from 'zod';
import type { LocalDate } from '#core/kernel/dates.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { SystemOrderDetail, SystemOrderLine } from '#platform/posting/system-of-record.ts';
import { nativeScheme, recordNumber } from './native-numbers.ts';
import { readHead, systemOrder } from './order-state.ts';
import type { TrytonParts } from './parts.ts';
import { unitCodeOf } from './units.ts';
import { dateValue, quantityValue } from './wire.ts';

const lineRow = z.object({
  product: z.int().nullable(),
  quantity: quantityValue,
  'unit.': z.object({ symbol: z.string() }).nullable(),
  delivery_date: dateValue.nullable(),
});

/** An order with its lines, in their order. Lines without a product (a note, freight) are left out. */
export async function readOrder(
  parts: TrytonParts,
  nativeId: string,
): Promise<Result<SystemOrderDetail | undefined>> {
  const number = recordNumber(nativeId);
  if (number === undefined) return ok(undefined);
  const head = await readHead(parts.client, number);
  if (!head.ok || !head.value) return head.ok ? ok(undefined) : head;
  const rows = await parts.client.read({
    method: 'model.purchase.line.search_read',
    params: [
      [
        ['purchase', '=', number],
        ['type', '=', 'line'],
        ['product', '!=', null],
      ],
      ...[
        0,
        null,
        [
          ['sequence', 'ASC'],
          ['id', 'ASC'],
        ],
      ],
      ['product', 'quantity', 'unit.symbol', 'delivery_date'],
    ],
    answer: z.array(lineRow),
  });
  if (!rows.ok) return rows;
  const lines = await Promise.all(rows.value.map((row) => systemLine(parts, row)));
  return ok({
    ...systemOrder(head.value),
    reference: head.value.reference ?? '',
    lines: lines.filter((line) => line !== undefined),
  });
}

async function systemLine(
  { records, system }: TrytonParts,
  row: z.infer<typeof lineRow>,
): Promise<SystemOrderLine | undefined> {
  const unit = unitCodeOf(row['unit.']?.symbol ?? '');
  if (unit === undefined) return undefined;
  const value = String(row.product);
  const item = await records.findByIdentifier('item', { scheme: nativeScheme(system, 'product'), value });
  const requestedDate: LocalDate | null = row.delivery_date;
  return {
    ...(item ? { itemId: item.id } : {}),
    quantity: { value: row.quantity, unit },
    ...(requestedDate === null ? {} : { requestedDate }),
  };
}
