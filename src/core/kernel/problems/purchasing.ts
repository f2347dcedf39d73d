import type { ProblemEntry } from '../problem.ts';

/** Faults of turning approvals into orders. */
export const purchasingProblems = {
  'routing-missing': {
    status: 409,
    title: 'Nothing says which system of record takes the order',
    disposition: 'terminal',
    repairedBy: 'ops',
    hint: 'Add a rule for the company to the setting "routing", then redrive the execution.',
  },
} as const satisfies Record<string, ProblemEntry>;
