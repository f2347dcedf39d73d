/** Agreements with partners in words. Pure. */
import type { Interchange, Partner } from '#contracts/client.ts';
import { counted, durationText, words } from '../../parts/format.ts';
import type { Tone } from '../../parts/states.ts';

/** How a partner's status looks. */
export const statusTone: { readonly [S in Partner['status']]: Tone } = {
  onboarding: 'in-progress',
  active: 'success',
  suspended: 'error',
};

const standards = { x12: 'X12', edifact: 'EDIFACT' } as const;
const versions: Readonly<Record<string, string>> = { '004010': '4010', '005010': '5010' };

/** What is exchanged how: `EDIFACT D96A by mailbox`, `API only`. */
export function channelText({ edi, transport }: Partner): string {
  if (!edi) return 'API only';
  const way = transport === 'mailbox' ? 'by mailbox' : 'over HTTPS';
  return `${standards[edi.standard]} ${versions[edi.version] ?? edi.version} ${way}`;
}

export type DocumentKind = Partner['documents']['send' | 'receive'][number];

/** Type of document by kind, in both standards. */
const types: { readonly [K in DocumentKind]: readonly [x12: string, edifact: string] } = {
  'purchase-order': ['850', 'ORDERS'],
  'order-change': ['860', 'ORDCHG'],
  'planning-schedule': ['830', 'DELFOR'],
  'product-activity': ['852', 'SLSRPT'],
  'order-acknowledgement': ['855', 'ORDRSP'],
  'order-change-answer': ['865', 'ORDRSP'],
  'ship-notice': ['856', 'DESADV'],
  'supplier-invoice': ['810', 'INVOIC'],
  'supplier-stock': ['846', 'INVRPT'],
  'supplier-catalog': ['832', 'PRICAT'],
  'customer-order': ['850', 'ORDERS'],
};

/** `Ship notice (856)` with a partner of X12, `Ship notice` with one that uses the API alone. */
export function documentText(kind: DocumentKind, { edi }: Pick<Partner, 'edi'>): string {
  if (!edi) return words(kind);
  return `${words(kind)} (${types[kind][edi.standard === 'x12' ? 0 : 1]})`;
}

/** An address as it stands on interchanges: `14:4012345000009`. */
export const addressText = ({
  qualifier,
  id,
}: {
  readonly qualifier: string;
  readonly id: string;
}): string => (qualifier.trim() === '' ? id : `${qualifier}:${id}`);

/** What we answer with, and what we expect. */
export function acknowledgementText({ edi }: Partner): string {
  if (!edi) return 'The API answers at once';
  const { send, expectWithinMinutes } = edi.acknowledgements;
  const ours = send === 'none' ? 'We send none' : `We send ${send}`;
  return expectWithinMinutes === undefined
    ? `${ours}; we expect none`
    : `${ours}; we expect theirs within ${durationText(expectWithinMinutes * 60)}`;
}

/** The lesser of both bounds counts: `2 %, at most 1`. */
const bound = (percent: string, amount: string): string => `${percent} %, and at most ${amount}`;

/** How far something may differ before a person looks at it, one sentence each. */
export function toleranceFacts({ tolerances }: Pick<Partner, 'tolerances'>): readonly {
  readonly label: string;
  readonly value: string;
}[] {
  const { quantityOverPercent, quantityUnderPercent, pricePercent, priceAmount } = tolerances;
  return [
    {
      label: 'Quantity',
      value: `up to ${quantityOverPercent} % more, up to ${quantityUnderPercent} % fewer`,
    },
    { label: 'Price of a unit', value: bound(pricePercent, priceAmount) },
    {
      label: 'Delivery date',
      value: `${daysText(tolerances.daysEarly)} early, ${daysText(tolerances.daysLate)} late`,
    },
    { label: 'Invoice, line or total', value: bound(tolerances.invoicePercent, tolerances.invoiceAmount) },
  ];
}

const daysText = (days: number): string => counted(days, 'days');

/** When something has to have happened. */
export const deadlineFacts = (
  partner: Partner,
): readonly { readonly label: string; readonly value: string }[] => [
  {
    label: 'Answers an order or a change',
    value: `within ${durationText(partner.answerWithinHours * 3600)}`,
  },
  { label: 'Acknowledgements of interchanges', value: acknowledgementText(partner) },
  { label: 'Goods before the invoice is blocked', value: `within ${daysText(partner.receiptWithinDays)}` },
  {
    label: 'Somebody is told of silence',
    value: partner.silentAfterDays === undefined ? 'never' : `after ${daysText(partner.silentAfterDays)}`,
  },
];

/** What an interchange is: `Out, 0000102`. */
export const interchangeTitle = ({ direction, controlNumber, fileName }: Interchange): string =>
  `${direction === 'in' ? 'From them' : 'To them'}: ${controlNumber ?? fileName}`;
