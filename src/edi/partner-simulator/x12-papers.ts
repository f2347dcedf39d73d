/** What a partner sends beside its answer: 856 with packs, 810, 846 and 832. */
import { type Micros, micros } from '#core/kernel/decimal.ts';
import { type Element, Segment } from '../codec/segment.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { amountOf, type Papers, pricedAt, share, sscc } from './script.ts';
import type { SimulatedOrder } from './simulated-order.ts';

const seg = (id: string, ...elements: Element[]): Segment => new Segment(id, elements);

/** An 856: one pallet, a carton a line, each with its SSCC. `percent` of each line is shipped. */
export function ship856(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const [shipment, ordered, pallet] = ['1', '2', '3'];
  const cartons = order.lines.flatMap((line, i) => {
    const pack = String(4 + 2 * i);
    return [
      seg('HL', pack, pallet, 'P', '1'),
      seg('MAN', 'GM', sscc(2 + i)),
      seg('HL', String(5 + 2 * i), pack, 'I', '0'),
      seg('LIN', line.number, ...line.item),
      seg('SN1', line.number, share(line.quantity, percent), line.unit, '', line.quantity, line.unit),
    ];
  });
  const body = [
    seg('BSN', '00', papers.number, papers.date, '0915', '0001'),
    seg('DTM', '011', papers.date),
    seg('HL', shipment, '', 'S', '1'),
    seg('REF', 'BM', `BOL-${papers.number}`),
    seg('DTM', '017', papers.delivery),
    seg('HL', ordered, shipment, 'O', '1'),
    seg('PRF', order.number, '', '', order.date),
    seg('HL', pallet, ordered, 'T', '1'),
    seg('MAN', 'GM', sscc(1)),
    ...cartons,
    seg('CTT', String(3 + 2 * order.lines.length)),
  ];
  return { type: '856', body };
}

/** N2: cents without a decimal sign. */
const cents = (amount: Micros): string => String(amount / 10_000n);

/** An 810 over the whole order; at a price so many per cent beside the agreed one. */
export function bill810(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const lines = order.lines.map((line) => {
    const price = pricedAt(line.price, percent);
    return { line, price, amount: amountOf(line, line.quantity, price) };
  });
  const total = lines.reduce((sum, { amount }) => sum + amount, micros('0'));
  const body = [
    seg('BIG', papers.date, papers.number, order.date, order.number, '', '', 'DI'),
    ...(order.currency ? [seg('CUR', 'SE', order.currency)] : []),
    ...lines.map(({ line, price }) =>
      seg('IT1', line.number, line.quantity, line.unit, price, ...line.priceBasis, ...line.item),
    ),
    seg('TDS', cents(total)),
    seg('CTT', String(lines.length)),
  ];
  return { type: '810', body };
}

/** An 846: ten times the ordered quantity lies there. */
export function stock846(order: SimulatedOrder, papers: Papers): OutgoingBody {
  const lines = order.lines.flatMap((line) => [
    seg('LIN', line.number, ...line.item),
    seg('QTY', '33', share(line.quantity, 1000), line.unit),
  ]);
  const body = [
    seg('BIA', '00', 'SI', papers.number, papers.date),
    ...lines,
    seg('CTT', String(order.lines.length)),
  ];
  return { type: '846', body };
}

/** An 832 with new prices from a day on. */
export function offer832(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const lines = order.lines.flatMap((line) => [
    seg('LIN', line.number, ...line.item),
    seg('CTP', '', 'CON', pricedAt(line.price, percent), line.perQuantity, line.unit),
  ]);
  const body = [
    seg('BCT', 'PC', papers.number),
    seg('DTM', '007', papers.date),
    ...lines,
    seg('CTT', String(order.lines.length)),
  ];
  return { type: '832', body };
}
