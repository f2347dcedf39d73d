/** What a partner sends beside its answer: DESADV with packs, INVOIC, INVRPT and PRICAT. */
import { decimalText, type Micros, micros } from '#core/kernel/decimal.ts';
import { type Element, Segment } from '../codec/segment.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { composite, date, price, quantity } from './edifact-answers.ts';
import { amountOf, type Papers, pricedAt, share, sscc } from './script.ts';
import type { SimulatedLine, SimulatedOrder } from './simulated-order.ts';

const seg = (id: string, ...elements: Element[]): Segment => new Segment(id, elements);

/** The lines of a document with what it says of each. */
const lines = (
  { lines: ordered }: SimulatedOrder,
  said: (line: SimulatedLine) => readonly Segment[],
): readonly Segment[] =>
  ordered.flatMap((line) => [seg('LIN', line.number, '', ...line.item), ...line.moreItem, ...said(line)]);

/** A DESADV: one pallet with a carton a line, each with its SSCC. `percent` of each line is shipped. */
export function shipDesadv(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const cartons = order.lines.flatMap((line, i) => [
    seg('CPS', String(2 + i), '1'),
    seg('PAC', '1', '', 'CT'),
    seg('PCI', '33E'),
    seg('GIN', 'BJ', sscc(2 + i)),
    seg('LIN', line.number, '', ...line.item),
    ...line.moreItem,
    quantity('12', share(line.quantity, percent), line.unit),
    seg('RFF', composite('ON', order.number, line.number)),
  ]);
  const body = [
    seg('BGM', '351', papers.number, '9'),
    date('137', papers.date),
    date('11', papers.date),
    date('17', papers.delivery),
    seg('RFF', composite('ON', order.number)),
    seg('CPS', '1'),
    seg('PAC', '1', '', '201'),
    ...cartons,
    seg('CNT', composite('2', String(order.lines.length))),
  ];
  return { type: 'DESADV', body };
}

const money = (qualifier: string, amount: Micros): Segment =>
  seg('MOA', composite(qualifier, decimalText(amount)));

/** An INVOIC over the whole order; at a price so many per cent beside the agreed one. */
export function billInvoic(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const amount = (line: SimulatedLine): Micros =>
    amountOf(line, line.quantity, pricedAt(line.price, percent));
  const total = order.lines.reduce((sum, line) => sum + amount(line), micros('0'));
  const body = [
    seg('BGM', '380', papers.number, '9'),
    date('137', papers.date),
    seg('RFF', composite('ON', order.number)),
    ...(order.currency ? [seg('CUX', composite('2', order.currency, '4'))] : []),
    ...lines(order, (line) => [
      quantity('47', line.quantity, line.unit),
      money('203', amount(line)),
      price(line, pricedAt(line.price, percent)),
      seg('RFF', composite('LI', line.number)),
    ]),
    seg('UNS', 'S'),
    seg('CNT', composite('2', String(order.lines.length))),
    money('77', total),
    money('79', total),
  ];
  return { type: 'INVOIC', body };
}

/** An INVRPT: ten times the ordered quantity lies there. D.01B wants the kind of stock said before its quantity. */
export function stockInvrpt(order: SimulatedOrder, papers: Papers, version: string): OutgoingBody {
  const kind = version === 'D01B' ? [seg('INV', '', '1')] : [];
  const body = [
    seg('BGM', '35', papers.number, '9'),
    date('137', papers.date),
    ...lines(order, (line) => [...kind, quantity('145', share(line.quantity, 1000), line.unit)]),
  ];
  return { type: 'INVRPT', body };
}

/** A PRICAT with new prices from a day on. */
export const offerPricat = (order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody => ({
  type: 'PRICAT',
  body: [
    seg('BGM', '9', papers.number, '9'),
    date('137', papers.date),
    ...(order.currency ? [seg('CUX', composite('2', order.currency, '8'))] : []),
    seg('PGI', '3'),
    ...order.lines.flatMap((line) => [
      seg('LIN', line.number, '1', ...line.item),
      ...line.moreItem,
      date('157', papers.delivery),
      price(line, pricedAt(line.price, percent)),
    ]),
  ],
});
