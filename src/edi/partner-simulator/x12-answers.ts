/** What a partner answers to an 850: 855 by a script, and its own wish as 865. */
import { type Element, Segment } from '../codec/segment.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { type LineAnswer, less, type Papers, pricedAt, share } from './script.ts';
import type { SimulatedLine, SimulatedOrder } from './simulated-order.ts';

const seg = (id: string, ...elements: Element[]): Segment => new Segment(id, elements);

/** The code and the data of each answer (ACK). */
function acks(line: SimulatedLine, answer: LineAnswer, { delivery }: Papers): readonly Segment[] {
  const { quantity, unit } = line;
  switch (answer.kind) {
    case 'accept':
      return [seg('ACK', 'IA', quantity, unit, '067', delivery)];
    case 'short':
      return [seg('ACK', 'IQ', share(quantity, answer.percent), unit, '067', delivery)];
    case 'backorder': {
      const now = share(quantity, answer.percent);
      return [
        seg('ACK', 'IA', now, unit, '067', delivery),
        seg('ACK', 'IB', less(quantity, now), unit, '067', answer.later),
      ];
    }
    case 'price':
      return [seg('ACK', 'IP', quantity, unit, '067', delivery)];
    case 'date':
      return [seg('ACK', 'DR', quantity, unit, '067', answer.date)];
    case 'substitute':
      return [seg('ACK', 'IS', quantity, unit, '067', delivery, '', 'VP', answer.item)];
    case 'reject':
      return [seg('ACK', 'IR')];
  }
}

const priceAfter = ({ price }: SimulatedLine, answer: LineAnswer): string =>
  answer.kind === 'price' ? pricedAt(price, answer.percent) : price;

/** An 855. Lines without an answer of their own are accepted. */
export function answer855(
  order: SimulatedOrder,
  answers: readonly LineAnswer[],
  papers: Papers,
): OutgoingBody {
  const all = order.lines.map((line, i) => ({ line, answer: answers[i] ?? ({ kind: 'accept' } as const) }));
  const plain = all.every(({ answer }) => answer.kind === 'accept');
  const body = [
    seg('BAK', '00', plain ? 'AD' : 'AC', order.number, order.date, '', '', '', papers.number, papers.date),
    ...all.flatMap(({ line, answer }) => [
      seg(
        'PO1',
        line.number,
        line.quantity,
        line.unit,
        priceAfter(line, answer),
        ...line.priceBasis,
        ...line.item,
      ),
      ...acks(line, answer, papers),
    ]),
    seg('CTT', String(order.lines.length)),
  ];
  return { type: '855', body };
}

/** An 865 that nobody asked for: the seller wishes another price for the first line. */
export function propose865(order: SimulatedOrder, percent: number, papers: Papers): OutgoingBody {
  const lines = order.lines.slice(0, 1);
  const body = [
    seg('BCA', '16', 'AC', order.number, '', '', order.date, '', '', papers.number, papers.date),
    ...lines.flatMap((line) => [
      seg(
        'POC',
        line.number,
        'PC',
        line.quantity,
        line.quantity,
        line.unit,
        pricedAt(line.price, percent),
        ...line.priceBasis,
        ...line.item,
      ),
      seg('ACK', 'IP', line.quantity, line.unit),
    ]),
    seg('CTT', String(lines.length)),
  ];
  return { type: '865', body };
}
