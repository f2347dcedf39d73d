import type { OrderProgress } from '#contracts/client.ts';
import { decimalOf, millionths } from '../../parts/exact.ts';

type Line = OrderProgress['lines'][number];

/** How far one line of an order is, in the unit it was ordered in. */
export interface LineProgress {
  readonly shipped: string;
  readonly good: string;
  readonly damaged: string;
  readonly invoiced: string;
}

/** What was shipped, received and invoiced of a line, all together. Pure. */
export const lineProgress = ({ shipped, received, invoiced }: Line): LineProgress => ({
  shipped: sum(shipped.map(({ quantity }) => quantity)),
  good: sum(received.map(({ good }) => good)),
  damaged: sum(received.map(({ damaged }) => damaged)),
  invoiced: sum(invoiced.map(({ quantity }) => quantity)),
});

const sum = (decimals: readonly string[]): string =>
  decimalOf(decimals.reduce((total, decimal) => total + millionths(decimal), 0n));

const outcomeWords: Readonly<Record<NonNullable<Line['answer']>['outcomes'][number], string>> = {
  accepted: 'Accepted as ordered',
  quantity: 'Another quantity',
  backordered: 'Part comes later',
  price: 'Another price',
  date: 'Another day',
  substituted: 'Another item',
  rejected: 'Refused',
  held: 'Held: no answer yet',
  contradicts: 'Contradicts itself',
  unanswered: 'Not mentioned',
};

/** What the supplier answered to a line, in words; undefined until it did. Pure. */
export const answerText = ({ answer }: Line): string | undefined =>
  answer?.outcomes.map((outcome) => outcomeWords[outcome]).join(', ');
