/** Answers of the partner to our order, each read as it was meant. */
import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { type LineAnswer, type Papers, pricedAt, share } from '../../partner-simulator/script.ts';
import type { SimulatedLine, SimulatedOrder } from '../../partner-simulator/simulated-order.ts';
import { papermakers } from '../../partner-simulator/simulated-partner.ts';
import type { Desk } from '../desk.ts';
import { type Case, firstDifference, isAsStandard, placeOrder, said, takes } from '../play.ts';

interface Answer {
  readonly name: string;
  readonly title: string;
  readonly answer: (papers: Papers) => LineAnswer;
  /** What is not as it was meant in the answered line. */
  readonly meant: (
    line: OrderAcknowledgement['lines'][number],
    ordered: SimulatedLine,
    papers: Papers,
  ) => string | undefined;
}

const iso = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
/** A month later than the delivery that was asked for. */
const LATER = '20991231';
/** An item of theirs that we have not heard of. */
const SUBSTITUTE = 'SUP-1-NEW';

const values = ({ confirmations }: OrderAcknowledgement['lines'][number]) =>
  confirmations.map(({ quantity }) => quantity?.value);

/** Of the part, or of the line: each standard says it where it likes. */
const days = ({ dates, confirmations }: OrderAcknowledgement['lines'][number]) =>
  [...dates, ...confirmations.flatMap((one) => one.dates)].map(({ date }) => date);

const answers: readonly Answer[] = [
  {
    name: 'accept',
    title: 'as it was ordered',
    answer: () => ({ kind: 'accept' }),
    meant: (line, { quantity }) => firstDifference(['the quantity', values(line), [quantity]]),
  },
  {
    name: 'short',
    title: 'with fewer than were ordered',
    answer: () => ({ kind: 'short', percent: 50 }),
    meant: (line, { quantity }) => firstDifference(['the quantity', values(line), [share(quantity, 50)]]),
  },
  {
    name: 'price',
    title: 'at another price',
    answer: () => ({ kind: 'price', percent: 8 }),
    meant: (line, { price }) => firstDifference(['the price', line.price?.amount, pricedAt(price, 8)]),
  },
  {
    name: 'date',
    title: 'on another day',
    answer: () => ({ kind: 'date', date: LATER }),
    meant: (line) => firstDifference(['the day', days(line).find((day) => day === iso(LATER)), iso(LATER)]),
  },
  {
    name: 'backorder',
    title: 'with a part now and the rest later',
    answer: () => ({ kind: 'backorder', percent: 25, later: LATER }),
    meant: (line, { quantity }) =>
      firstDifference(
        ['the parts', values(line), [share(quantity, 25), share(quantity, 75)]],
        ['the later day', days(line).find((day) => day === iso(LATER)), iso(LATER)],
      ),
  },
  {
    name: 'substitute',
    title: 'with another item instead',
    answer: () => ({ kind: 'substitute', item: SUBSTITUTE }),
    meant: (line, { quantity }) =>
      firstDifference(
        ['the quantity', values(line), [quantity]],
        ['the other item', line.confirmations[0]?.item.map(({ value }) => value), [SUBSTITUTE]],
      ),
  },
  {
    name: 'reject',
    title: 'by refusing a line',
    answer: () => ({ kind: 'reject' }),
    meant: (line) =>
      firstDifference([
        'the refusal',
        ['IR', '7'].includes(line.confirmations[0]?.code ?? '') ? 'refused' : line.confirmations[0]?.code,
        'refused',
      ]),
  },
];

const answerCase = ({ name, title, answer, meant }: Answer): Case => ({
  name: `answer-${name}`,
  title: `The partner answers an order ${title}`,
  play: async (desk) => {
    const { order } = await placeOrder(desk);
    const papers = desk.papers(`ANSWER-${name.toUpperCase()}`);
    const body = papermakers[desk.edi.standard].answer(order, [answer(papers)], papers);
    const taken = await takes(desk, body);
    if ('fault' in taken) return taken.fault;
    if (!isAsStandard(desk.agreement, 'order-acknowledgement')) return undefined;
    const document = await said(desk, taken.document, 'order-acknowledgement');
    return differenceIn(document, order, (line, ordered) => meant(line, ordered, papers));
  },
});

function differenceIn(
  document: OrderAcknowledgement,
  order: SimulatedOrder,
  meant: (line: OrderAcknowledgement['lines'][number], ordered: SimulatedLine) => string | undefined,
): string | undefined {
  const [line] = document.lines;
  const [ordered] = order.lines;
  if (!line || !ordered) return 'it has no lines';
  return (
    firstDifference(
      ['the order', document.order.number, order.number],
      ['the lines', document.lines.length, order.lines.length],
    ) ?? meant(line, ordered)
  );
}

/** The seller's own wish to change an order; there is no such message in EDIFACT that we read. */
const proposal: Case = {
  name: 'proposal',
  title: 'The partner wishes to change an order of its own accord',
  play: async (desk: Desk) => {
    const { order } = await placeOrder(desk);
    const body = papermakers[desk.edi.standard].propose?.(order, 5, desk.papers('PROPOSAL'));
    if (!body) return 'it has no message for it';
    const taken = await takes(desk, body);
    if ('fault' in taken) return taken.fault;
    if (!isAsStandard(desk.agreement, 'order-change-answer')) return undefined;
    const { nature, lines } = await said(desk, taken.document, 'order-change-answer');
    return firstDifference(
      ['what it is', nature, 'proposal'],
      ['the price', lines[0]?.price?.amount, pricedAt(order.lines[0]?.price ?? '', 5)],
    );
  },
};

export const answerCases = ({ documents: { receive }, edi }: PartnerAgreement): readonly Case[] => [
  ...(receive.includes('order-acknowledgement') ? answers.map(answerCase) : []),
  ...(receive.includes('order-change-answer') && edi?.standard === 'x12' ? [proposal] : []),
];
