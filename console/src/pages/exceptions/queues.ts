import type { Exception, Me } from '#contracts/client.ts';

export type Owner = Exception['owner'];
export type Kind = Exception['kind'];
type Deciding = Pick<Me, 'roles' | 'decides'>;

/** What each queue is called, in the order they are shown. */
export const queueNames: Readonly<Record<Owner, string>> = {
  buyer: 'Buyer',
  planner: 'Planner',
  steward: 'Master data steward',
  edi_coordinator: 'EDI coordinator',
  receiving: 'Receiving',
  accounts_payable: 'Accounts payable',
  ops: 'Operations',
};

const all = Object.keys(queueNames) as readonly Owner[];

/** Ops see to everything and auditors look at everything; everybody else has the queues that their roles decide. */
export function queuesOf({ roles, decides }: Deciding): readonly Owner[] {
  const seesAll = roles.includes('ops') || roles.includes('auditor') || decides.length === 0;
  return seesAll ? all : all.filter((owner) => decides.includes(owner));
}

/** The queue one lands in: the first that one decides oneself. */
export const firstQueue = (me: Deciding): Owner => me.decides[0] ?? 'ops';

/** Whether the person may decide what is done about exceptions of this queue. The API has the last word. */
export const decidesFor = ({ decides }: Deciding, owner: Owner): boolean => decides.includes(owner);

/** Whether the person may claim, assign and comment in this queue. */
export const worksOn = (me: Deciding, owner: Owner): boolean =>
  me.roles.includes('ops') || decidesFor(me, owner);

/** Which kinds of exceptions come to each queue. */
export const kindsOf: Readonly<Record<Owner, readonly Kind[]>> = {
  buyer: [
    'answer-overdue',
    'short-or-backorder',
    'price-difference',
    'date-slip',
    'substitution',
    'line-rejected',
    'answer-contradicts',
    'change-not-possible',
    'change-refused',
    'supplier-proposes-change',
    'ship-notice-late',
    'ship-notice-differs',
  ],
  planner: [],
  steward: ['unknown-code', 'pack-conflict', 'offer-differs'],
  edi_coordinator: [
    'acknowledgement-rejecting',
    'acknowledgement-overdue',
    'unknown-partner',
    'unreadable-interchange',
    'document-rejected',
    'duplicate-differs',
    'control-number-gap',
    'partner-silent',
  ],
  receiving: ['receipt-differs', 'receipt-unannounced'],
  accounts_payable: ['invoice-variance', 'invoice-duplicate'],
  ops: ['posting-refused'],
};
