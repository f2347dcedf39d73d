import type { DeadLetter, Redrive } from '#core/canonical/dead-letter.ts';
import type { EventDraft } from '#events/catalogue.ts';

/** What is told when a dead letter waits no longer. */
export const settledEvent = ({ id, queue, died, state }: DeadLetter): EventDraft => ({
  name: 'dead-letter-settled',
  data: { deadLetterId: id, queue, class: died.class, state },
});

/** What is told when a redrive is over. */
export const finishedEvent = ({ id, queue, state, counts: { sent } }: Redrive): EventDraft => ({
  name: 'redrive-finished',
  data: { redriveId: id, queue, state, sent },
});
