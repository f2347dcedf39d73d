import type { ProblemEntry } from '../problem.ts';

/** Faults of systems of record and of posting to them. */
export const postingProblems = {
  'system-unavailable': {
    status: 503,
    title: 'The system does not answer',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'Work is parked in order and goes on by itself when the system is back.',
  },
  'system-in-maintenance': {
    status: 503,
    title: 'The system is paused for maintenance',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'Work is parked in order and goes on by itself when the maintenance ends; see who paused it and until when.',
  },
  'system-throttled': {
    status: 503,
    title: 'The system asks for fewer calls',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'Work slows down by itself; lower the configured rate if it persists.',
  },
  'system-credentials': {
    status: 503,
    title: 'The system refuses our credentials',
    disposition: 'terminal',
    repairedBy: 'ops',
    hint: 'Renew the secret of the system; what waits goes on by itself within a quarter of an hour.',
  },
  'system-refused': {
    status: 422,
    title: 'The system refuses the document',
    disposition: 'terminal',
    repairedBy: 'buyer',
    hint: 'Repair what the reason names in the system, then redrive or reject.',
  },
  'system-stale': {
    status: 409,
    title: 'The document changed in the system since it was read',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'The posting reads again before it writes.',
  },
  'outcome-unknown': {
    status: 503,
    title: 'The answer of the system was lost',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'The posting looks the document up before anything is repeated.',
  },
  'posting-claimed-elsewhere': {
    status: 409,
    title: 'Another attempt holds this posting',
    disposition: 'retryable',
    repairedBy: 'engineer',
    hint: 'Wait for its lease to end.',
  },
  'posting-waits': {
    status: 409,
    title: 'An earlier posting of the document comes first',
    disposition: 'retryable',
    repairedBy: 'ops',
    hint: 'It goes on by itself once the earlier one is settled; see why that one is not.',
  },
} as const satisfies Record<string, ProblemEntry>;
