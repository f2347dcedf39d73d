import type { Addition } from '#core/canonical/figures.ts';
import type { CountedEvent, Facts } from '#core/kernel/counting.ts';
import { type Counting, lastBefore, oneOf, ownHistory, share, textOf } from './counting.ts';
import { locationOf, regionOf } from './region.ts';

const needed = (event: CountedEvent, facts: Facts) => [
  ...ownHistory(event),
  ...locationOf(facts.of('order-ledger', event.id)?.locationId),
];

/** Lines that a document answered: those accepted as they came, of all it answered. */
export const acknowledgedLines: Counting = {
  on: ['order-acknowledged'],
  needed,
  count: (event, facts) => {
    const documentId = textOf(event.data, 'partnerDocumentId');
    const lines = facts.of('order-ledger', event.id)?.lines ?? [];
    const answered = lines.filter(({ answer }) => answer !== undefined && answer.documentId === documentId);
    if (answered.length === 0) return [];
    const accepted = answered.filter(({ answer }) => answer?.outcomes[0] === 'accepted').length;
    return [share('acknowledged-lines', event, of(event, facts), accepted, answered.length)];
  },
};

/** Orders whose first answer came before its time was over, of those answered or overdue. Counted once an order. */
export const acknowledgedInTime: Counting = {
  on: ['order-acknowledged', 'order-answer-overdue'],
  needed,
  count: (event, facts) => {
    const wasAnswered = lastBefore(event, facts, 'order-acknowledged') !== undefined;
    const wasOverdue = lastBefore(event, facts, 'order-answer-overdue') !== undefined;
    if (wasAnswered || wasOverdue) return [];
    return [oneOf('acknowledged-in-time', event, of(event, facts), event.name === 'order-acknowledged')];
  },
};

function of({ id }: CountedEvent, facts: Facts): Addition['of'] {
  const ledger = facts.of('order-ledger', id);
  return {
    process: 'supplier-dialogue',
    supplier: ledger?.supplierId,
    region: regionOf(facts, ledger?.locationId),
  };
}
