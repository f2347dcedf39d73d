import type { Addition } from '#core/canonical/figures.ts';
import type { CountedEvent, Facts } from '#core/kernel/counting.ts';
import type { EventName } from '#events/catalogue.ts';
import { before, type Counting, lastBefore, lasted, oneOf, ownHistory, textOf } from './counting.ts';
import { locationOf, regionOf } from './region.ts';

/** What a system said at last about what was to be posted. */
type Verdict = 'confirmed' | 'refused';

interface Settled {
  readonly verdict: Verdict;
  readonly of: Addition['of'];
  readonly requested: EventName;
}

/** What a system confirmed of what it confirmed or refused, and how long it took from the wish. */
export const postings: Counting = {
  on: ['purchase-order-created', 'purchase-order-refused', 'order-change-settled', 'invoice-settled'],
  needed: (event, facts) => [
    ...ownHistory(event),
    ...locationOf(facts.of('purchase-order', event.type === 'purchase-order' ? event.id : '')?.locationId),
  ],
  count: (event, facts) => {
    const settled = settledBy(event, facts);
    if (!settled) return [];
    const { verdict, of, requested } = settled;
    const outcome = oneOf('postings', event, of, verdict === 'confirmed');
    if (verdict === 'refused') return [outcome];
    return [outcome, ...lasted('posting-delay', event, of, lastBefore(event, facts, requested))];
  },
};

function settledBy(event: CountedEvent, facts: Facts): Settled | undefined {
  if (event.type === 'purchase-order') return settledOrder(event, facts);
  if (event.type === 'order-change') return settledChange(event, facts);
  return settledInvoice(event, facts);
}

function settledOrder(event: CountedEvent, facts: Facts): Settled {
  const order = facts.of('purchase-order', event.id);
  return {
    verdict: event.name === 'purchase-order-created' ? 'confirmed' : 'refused',
    requested: 'purchase-order-requested',
    of: {
      process: 'ordering',
      lane: 'create-purchase-order',
      system: textOf(event.data, 'system'),
      supplier: order?.supplierId,
      region: regionOf(facts, order?.locationId),
    },
  };
}

/** The same event tells that the supplier was told: what was said of the system before is no news. */
function settledChange(event: CountedEvent, facts: Facts): Settled | undefined {
  const posting = textOf(event.data, 'posting');
  if (posting !== 'posted' && posting !== 'refused') return undefined;
  const [last] = before(event, facts);
  if (textOf(last?.data, 'posting') === posting) return undefined;
  return {
    verdict: posting === 'posted' ? 'confirmed' : 'refused',
    requested: 'order-change-requested',
    of: {
      process: 'ordering',
      lane: 'amend-purchase-order',
      system: facts.of('order-change', event.id)?.system,
    },
  };
}

function settledInvoice(event: CountedEvent, facts: Facts): Settled | undefined {
  const state = textOf(event.data, 'state');
  if (state !== 'posted' && state !== 'refused') return undefined;
  const invoice = facts.of('invoice', event.id);
  return {
    verdict: state === 'posted' ? 'confirmed' : 'refused',
    requested: 'invoice-matched',
    of: {
      process: 'invoicing',
      lane: 'post-supplier-invoice',
      system: invoice?.system,
      supplier: invoice?.supplierId,
    },
  };
}
