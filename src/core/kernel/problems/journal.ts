import type { ProblemEntry } from '../problem.ts';

/** Faults of committing state and events. */
export const journalProblems = {
  'record-changed': {
    status: 409,
    title: 'The record changed while this was decided',
    disposition: 'retryable',
    repairedBy: 'engineer',
    hint: 'The use case reads again and decides again.',
  },
  'commit-too-large': {
    status: 500,
    title: 'One commit would exceed what a transaction may hold',
    disposition: 'terminal',
    repairedBy: 'engineer',
    hint: 'Split the commit or move the bulk into a chunk object.',
  },
  'event-invalid': {
    status: 500,
    title: 'An event does not match its catalogue entry',
    disposition: 'terminal',
    repairedBy: 'engineer',
    hint: 'Fix the producer; the schema is in the event catalogue.',
  },
  'record-invalid': {
    status: 500,
    title: 'A record does not match its canonical schema',
    disposition: 'terminal',
    repairedBy: 'engineer',
    hint: 'Fix the mapping that made it.',
  },
  'identifier-taken': {
    status: 409,
    title: 'The outside identifier already leads to another record',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Decide which record the identifier belongs to and correct the other one at its source.',
  },
} as const satisfies Record<string, ProblemEntry>;
