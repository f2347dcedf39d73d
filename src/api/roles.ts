/** What people may do, by the groups they are in. Machine clients have scopes of their own and no roles. */
import type { ExceptionOwner } from '#core/canonical/exception.ts';
import type { Scope } from './scopes.ts';

/** The groups of the pool of people. */
export const roles = ['ops', 'buyer', 'planner', 'steward', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** What everybody who signs in may see. */
const everybody: readonly Scope[] = [
  'me.read',
  'measures.read',
  'search.read',
  'lineage.read',
  'items.read',
  'locations.read',
  'suppliers.read',
  'forecast-releases.read',
  'replenishment-runs.read',
  'proposals.read',
  'purchase-orders.read',
  'documents.read',
  'partner-documents.read',
  'interchanges.read',
  'shipments.read',
  'invoices.read',
  'scorecards.read',
  'exceptions.read',
  'partners.read',
  'systems.read',
];

const worksOnExceptions: readonly Scope[] = [
  'exceptions.claim',
  'exceptions.assign',
  'exceptions.comment',
  'exceptions.resolve',
];
const readsAgain: readonly Scope[] = ['partner-documents.reprocess', 'interchanges.reprocess'];

const granted: { readonly [R in Role]: readonly Scope[] } = {
  ops: [
    ...everybody,
    ...worksOnExceptions,
    ...readsAgain,
    'partners.certify',
    'partners.activate',
    'partners.suspend',
    'systems.switch',
    'dead-letters.read',
    'dead-letters.redrive',
    'dead-letters.settle',
    'replays.read',
    'replays.start',
    'audit.read',
  ],
  buyer: [...everybody, ...worksOnExceptions, 'proposals.decide'],
  planner: [
    ...everybody,
    ...worksOnExceptions,
    'proposals.decide',
    'forecast-releases.approve',
    'forecast-uploads.create',
  ],
  steward: [
    ...everybody,
    ...worksOnExceptions,
    ...readsAgain,
    'cross-references.put',
    'partners.add',
    'partners.certify',
  ],
  auditor: [...everybody, 'dead-letters.read', 'replays.read', 'audit.read'],
};

/** Every scope that one of these roles has, each once. */
export const mayOf = (held: readonly Role[]): readonly Scope[] => [
  ...new Set(held.flatMap((role) => granted[role])),
];

/** The roles that have a scope; none for what only machine clients do. */
export const rolesThatMay = (scope: Scope): readonly Role[] =>
  roles.filter((role) => granted[role].includes(scope));

/** Whose exceptions a role decides. */
const decides: { readonly [R in Role]: readonly ExceptionOwner[] } = {
  ops: ['ops', 'edi_coordinator', 'receiving'],
  buyer: ['buyer', 'receiving', 'accounts_payable'],
  planner: ['planner'],
  steward: ['steward', 'edi_coordinator'],
  auditor: [],
};

/** The queues of exceptions that people of these roles decide, each once. */
export const exceptionOwnersOf = (held: readonly Role[]): readonly ExceptionOwner[] => [
  ...new Set(held.flatMap((role) => decides[role])),
];
