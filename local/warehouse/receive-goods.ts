import * as z from 'zod';
import type { ErpWriter } from '../erp-seed/erp-writer.ts';

/** What arrived of one order, by line, in the unit it was ordered in. */
export interface ArrivedLine {
  readonly lineNumber: number;
  readonly quantity: number;
  /** Part of it that is set aside. */
  readonly damaged: number;
}

const orderRow = z.object({ party: z.int(), warehouse: z.int() });
const siteRow = z.object({ code: z.string(), input_location: z.int(), storage_location: z.int() });
const moveRow = z.object({ id: z.int(), product: z.int(), unit: z.int(), quantity: z.number() });

/**
 * Receive a supplier's delivery in the ERP, as its warehouse people do: book in what came, put it on the shelves,
 * and put what is damaged where nothing is used from.
 */
export async function receiveGoods(
  erp: ErpWriter,
  order: number,
  arrived: readonly ArrivedLine[],
): Promise<void> {
  const [head] = rows(orderRow, await erp.call('purchase.purchase', 'read', [order], ['party', 'warehouse']));
  if (!head) throw new Error(`The ERP has no order ${order}.`);
  const fields = Object.keys(siteRow.shape);
  const [site] = rows(siteRow, await erp.call('stock.location', 'read', [head.warehouse], fields));
  if (!site) throw new Error(`The ERP has no warehouse ${head.warehouse}.`);
  const moves = await expectedMoves(erp, order, arrived);
  for (const { move, quantity } of moves) await erp.call('stock.move', 'write', [move], { quantity });
  const [shipment = 0] = await erp.create('stock.shipment.in', [
    {
      supplier: head.party,
      warehouse: head.warehouse,
      warehouse_input: site.input_location,
      warehouse_storage: site.storage_location,
      incoming_moves: [['add', moves.map(({ move }) => move)]],
    },
  ]);
  await erp.call('stock.shipment.in', 'receive', [shipment]);
  for (const line of moves.filter(({ damaged }) => damaged > 0)) {
    await setAside(erp, shipment, line, await holdOf(erp, site));
  }
  await erp.call('stock.shipment.in', 'do', [shipment]);
}

interface Expected {
  readonly move: number;
  readonly product: number;
  readonly quantity: number;
  readonly damaged: number;
}

/** The moves the ERP expects for the lines that arrived. Lines are numbered from 1 in their order. */
async function expectedMoves(
  erp: ErpWriter,
  order: number,
  arrived: readonly ArrivedLine[],
): Promise<readonly Expected[]> {
  const lines = (await erp.search('purchase.line', [['purchase', '=', order]])).sort((a, b) => a - b);
  const expected: Expected[] = [];
  for (const { lineNumber, quantity, damaged } of arrived) {
    if (quantity <= 0) continue;
    const origin = `purchase.line,${lines[lineNumber - 1]}`;
    const open = await erp.search('stock.move', [
      ['origin', '=', origin],
      ['state', '=', 'draft'],
    ]);
    const [move] = rows(moveRow, await erp.call('stock.move', 'read', open, Object.keys(moveRow.shape)));
    if (!move) throw new Error(`The ERP expects nothing more on line ${lineNumber} of order ${order}.`);
    expected.push({ move: move.id, product: move.product, quantity, damaged });
  }
  return expected;
}

/** Part of what came goes to another place than the shelf. */
async function setAside(
  erp: ErpWriter,
  shipment: number,
  { product, damaged }: Expected,
  hold: number,
): Promise<void> {
  const toShelf = await erp.search('stock.move', [
    ['shipment', '=', `stock.shipment.in,${shipment}`],
    ['product', '=', product],
    ['state', '=', 'draft'],
  ]);
  const [move] = rows(moveRow, await erp.call('stock.move', 'read', toShelf, Object.keys(moveRow.shape)));
  if (!move) throw new Error(`The ERP puts nothing of product ${product} on a shelf.`);
  await erp.call('stock.move', 'copy', [move.id], { quantity: damaged, to_location: hold });
  await erp.call('stock.move', 'write', [move.id], { quantity: move.quantity - damaged });
}

/** The place of a warehouse for what may not be used; made when it is needed first. */
async function holdOf(erp: ErpWriter, { code, storage_location }: z.infer<typeof siteRow>): Promise<number> {
  const hold = `${code}-HOLD`;
  const [known] = await erp.search('stock.location', [['code', '=', hold]]);
  if (known !== undefined) return known;
  const values = { name: `Damaged goods ${code}`, code: hold, type: 'storage', parent: storage_location };
  const [made = 0] = await erp.create('stock.location', [values]);
  return made;
}

const rows = <Row>(row: z.ZodType<Row>, answer: unknown): Row[] => z.array(row).parse(answer);
