import type { CountedEvent } from '#core/kernel/counting.ts';
import { before, type Counting, oneOf, ownHistory, textOf } from './counting.ts';

interface Told {
  readonly event: string;
  readonly data: unknown;
}

const isVerdict = ({ event, data }: Told): boolean =>
  event === 'invoice-matched' || (event === 'invoice-settled' && textOf(data, 'state') === 'blocked');

/** Invoices that matched by themselves, of those that matched or were blocked; each by the first that was said of it. */
export const matchedInvoices: Counting = {
  on: ['invoice-matched', 'invoice-settled'],
  needed: ownHistory,
  count: (event: CountedEvent, facts) => {
    const { name, data } = event;
    if (!isVerdict({ event: name, data }) || before(event, facts).some(isVerdict)) return [];
    const supplier = facts.of('invoice', event.id)?.supplierId;
    return [oneOf('matched-invoices', event, { process: 'invoicing', supplier }, name === 'invoice-matched')];
  },
};
