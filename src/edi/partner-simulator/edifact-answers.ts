/** What a partner answers to ORDERS: ORDRSP by a script. */
import { type Element, Segment } from '../codec/segment.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { type LineAnswer, less, type Papers, pricedAt, share } from './script.ts';
import type { SimulatedLine, SimulatedOrder } from './simulated-order.ts';

const seg = (id: string, ...elements: Element[]): Segment => new Segment(id, elements);

/** A composite; one component alone is a plain value. */
export const composite = (...components: readonly string[]): Element => {
  const last = components.findLastIndex((component) => component !== '');
  return last <= 0 ? (components[0] ?? '') : components.slice(0, last + 1);
};

export const quantity = (qualifier: string, value: string, unit: string): Segment =>
  seg('QTY', composite(qualifier, value, unit));

export const date = (qualifier: string, day: string): Segment => seg('DTM', composite(qualifier, day, '102'));

export const price = (line: SimulatedLine, amount = line.price): Segment =>
  seg('PRI', composite('AAA', amount, ...line.priceBasis));

/** LIN 1229: accepted, accepted with amendment, changed, not accepted. */
const actions: Readonly<Record<LineAnswer['kind'], string>> = {
  accept: '5',
  short: '3',
  backorder: '3',
  price: '3',
  date: '3',
  substitute: '3',
  reject: '7',
};

/** BGM 1225: accepted without amendment, changed, not accepted. */
function answerToAll(answers: readonly LineAnswer[]): string {
  if (answers.every(({ kind }) => kind === 'accept')) return '29';
  return answers.every(({ kind }) => kind === 'reject') ? '27' : '4';
}

function lineSegments(line: SimulatedLine, answer: LineAnswer, { delivery }: Papers): readonly Segment[] {
  const head = [seg('LIN', line.number, actions[answer.kind], ...line.item), ...line.moreItem];
  const ordered = quantity('21', line.quantity, line.unit);
  const confirmed = (value: string, day: string): Segment[] => [
    ordered,
    quantity('113', value, line.unit),
    date('67', day),
    price(line),
  ];
  switch (answer.kind) {
    case 'accept':
      return [...head, ...confirmed(line.quantity, delivery)];
    case 'short':
      return [...head, ...confirmed(share(line.quantity, answer.percent), delivery)];
    case 'backorder': {
      const now = share(line.quantity, answer.percent);
      return [...head, ...laterSegments(line, now, delivery, answer.later)];
    }
    case 'price':
      return [
        ...head,
        ordered,
        quantity('113', line.quantity, line.unit),
        date('67', delivery),
        price(line, pricedAt(line.price, answer.percent)),
      ];
    case 'date':
      return [...head, ...confirmed(line.quantity, answer.date)];
    case 'substitute':
      // PIA 4347 3: what the ordered item is substituted by.
      return [...head, seg('PIA', '3', composite(answer.item, 'SA')), ...confirmed(line.quantity, delivery)];
    case 'reject':
      return head;
  }
}

/** Two deliveries of one line: a schedule (SCC) each, with its quantity and its day. */
const laterSegments = (line: SimulatedLine, now: string, delivery: string, later: string): Segment[] => [
  quantity('21', line.quantity, line.unit),
  price(line),
  seg('SCC', '1'),
  quantity('113', now, line.unit),
  date('67', delivery),
  seg('SCC', '1'),
  quantity('113', less(line.quantity, now), line.unit),
  date('67', later),
];

/** An ORDRSP. Lines without an answer of their own are accepted. */
export function answerOrdrsp(
  order: SimulatedOrder,
  answers: readonly LineAnswer[],
  papers: Papers,
): OutgoingBody {
  const all = order.lines.map((_, i) => answers[i] ?? ({ kind: 'accept' } as const));
  const body = [
    seg('BGM', '231', papers.number, answerToAll(all)),
    date('137', papers.date),
    seg('RFF', composite('ON', order.number)),
    ...order.lines.flatMap((line, i) => lineSegments(line, all[i] ?? { kind: 'accept' }, papers)),
    seg('UNS', 'S'),
    seg('CNT', composite('2', String(order.lines.length))),
  ];
  return { type: 'ORDRSP', body };
}
