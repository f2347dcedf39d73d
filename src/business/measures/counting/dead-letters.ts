import { type Counting, share, textOf } from './counting.ts';

/** Messages that could not be worked on, each time they come to lie in a dead-letter queue. */
export const deadLetters: Counting = {
  on: ['dead-letter-noticed'],
  count: (event) => {
    const of = {
      process: 'operations',
      queue: textOf(event.data, 'queue'),
      class: textOf(event.data, 'class'),
    };
    return [share('dead-letters', event, of, 1, 0)];
  },
};
