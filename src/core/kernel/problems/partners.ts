import type { ProblemEntry } from '../problem.ts';

/** Faults of exchanging documents with partners. */
export const partnerProblems = {
  'partner-unknown': {
    status: 404,
    title: 'Nobody is known under this address',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Add the partner, or correct the addresses in its agreement; then reprocess the interchange.',
  },
  'partner-suspended': {
    status: 403,
    title: 'The partner is suspended',
    disposition: 'terminal',
    repairedBy: 'ops',
    hint: 'Activate the partner again when the cause is gone.',
  },
  'partner-not-certified': {
    status: 409,
    title: 'The partner has not passed its certification',
    disposition: 'terminal',
    repairedBy: 'ops',
    hint: 'Run "crossdock partner certify", repair what failed, then activate.',
  },
  'document-not-agreed': {
    status: 422,
    title: 'The agreement with the partner does not have this document',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Add the document to the agreement, then reprocess it.',
  },
  'edi-unreadable': {
    status: 422,
    title: 'The file is no interchange that can be read',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Compare its first line with the agreement; ask the partner to send it again.',
  },
  'edi-rejected': {
    status: 422,
    title: 'The transaction does not keep to its standard',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'The findings name segment and element; the partner was told in the acknowledgement.',
  },
  'edi-unwritable': {
    status: 422,
    title: 'The document cannot be written as the agreement asks',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'The detail names the field; add what is missing to master data or a deviation to the agreement.',
  },
  'deviation-failed': {
    status: 422,
    title: 'A mapping deviation of the agreement failed',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Correct the expression in the agreement, then reprocess.',
  },
  'code-unknown': {
    status: 422,
    title: 'A code of the partner leads to nothing of ours',
    disposition: 'terminal',
    repairedBy: 'steward',
    hint: 'Add the cross-reference; what waits for it goes on by itself.',
  },
  'order-unknown': {
    status: 404,
    title: 'The partner has no order with this number',
    disposition: 'terminal',
    repairedBy: 'buyer',
    hint: 'Compare the number with the order as it was sent.',
  },
} as const satisfies Record<string, ProblemEntry>;
