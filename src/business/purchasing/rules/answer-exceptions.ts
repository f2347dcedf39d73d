import type { ExceptionDraft, ExceptionKind } from '#core/canonical/exception.ts';
import type { LineOutcome, OrderLedger } from '#core/canonical/order-ledger.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';
import { priceInWords } from './answered-ledger.ts';
import type { JudgedLine } from './judge-answer.ts';
import { worthOf } from './line-worth.ts';

/** The exception that each outcome becomes; none where the clock runs on or all is well. */
export const kindOfOutcome: { readonly [O in LineOutcome]?: ExceptionKind } = {
  contradicts: 'answer-contradicts',
  rejected: 'line-rejected',
  substituted: 'substitution',
  quantity: 'short-or-backorder',
  backordered: 'short-or-backorder',
  price: 'price-difference',
  date: 'date-slip',
};

/** Every kind that an answer to an order can open. */
export const answerKinds: readonly ExceptionKind[] = [...new Set(Object.values(kindOfOutcome))];

type About = Pick<OrderLedger, 'id' | 'supplierId' | 'partnerId' | 'orderNumber' | 'currency'>;

/**
 * One draft a line and kind, with both sides. A contradiction is one question, whatever else differs, and so is a
 * wish of the supplier's own.
 */
export const answerExceptions = (
  ledger: About,
  answered: readonly JudgedLine[],
  { partnerDocumentId, isProposal }: { readonly partnerDocumentId: string; readonly isProposal: boolean },
): readonly ExceptionDraft[] =>
  answered.flatMap((judged) => {
    const kinds = kindsOf(judged);
    const asked = isProposal && kinds.length > 0 ? (['supplier-proposes-change'] as const) : kinds;
    return asked.map((kind) => draftOf(ledger, judged, kind, partnerDocumentId));
  });

function kindsOf({ comparison: { outcomes } }: JudgedLine): readonly ExceptionKind[] {
  if (outcomes[0] === 'contradicts') return ['answer-contradicts'];
  const kinds = outcomes.map((outcome) => kindOfOutcome[outcome]).filter((kind) => kind !== undefined);
  return [...new Set(kinds)];
}

/** What tells a line's exception from others of its kind: not the document, so that a newer answer finds it again. */
export const lineCause = (purchaseOrderId: string, lineNumber: number): readonly string[] => [
  purchaseOrderId,
  String(lineNumber),
];

function draftOf(
  { id, supplierId, partnerId, orderNumber, currency }: About,
  judged: JudgedLine,
  kind: ExceptionKind,
  partnerDocumentId: string,
): ExceptionDraft {
  const { lineNumber, itemId } = judged.line;
  const stake = worthOf(atStake(judged, kind), judged.ordered.price, currency);
  return {
    kind,
    cause: lineCause(id, lineNumber),
    title: `Line ${lineNumber} (${itemId}) of ${orderNumber}: ${says[kind] ?? 'the supplier answers otherwise'}.`,
    about: {
      supplierId,
      ...(partnerId && { partnerId }),
      purchaseOrderId: id,
      orderNumber,
      lineNumber,
      itemId,
      partnerDocumentId,
    },
    evidence: evidenceOf(judged, kind, currency),
    atStake: stake,
  };
}

const says: { readonly [K in ExceptionKind]?: string } = {
  'answer-contradicts': 'code and data of the answer contradict each other',
  'line-rejected': 'the supplier rejects it',
  substitution: 'the supplier offers another item',
  'short-or-backorder': 'the supplier confirms another quantity',
  'price-difference': 'the supplier confirms another price',
  'date-slip': 'the supplier confirms another date',
  'supplier-proposes-change': 'the supplier proposes to change it',
};

/** How many base units it is about: what is missing or comes later, else the whole line. */
function atStake({ ordered, comparison }: JudgedLine, kind: ExceptionKind): Micros {
  if (kind !== 'short-or-backorder') return ordered.ordered;
  const { quantity, backordered } = comparison;
  const off = ordered.ordered - (quantity - backordered);
  return off < ZERO ? -off : off;
}

type Evidence = ExceptionDraft['evidence'][number];

function evidenceOf(
  judged: JudgedLine,
  kind: ExceptionKind,
  currency: OrderLedger['currency'],
): ExceptionDraft['evidence'] {
  const all = kind === 'answer-contradicts' || kind === 'supplier-proposes-change';
  const { outcomes, because, substituteItemId } = judged.comparison;
  const rows: readonly (readonly [ExceptionKind, Evidence])[] = [
    ['line-rejected', { what: 'line', expected: 'accepted', received: 'rejected' }],
    [
      'substitution',
      { what: 'item', expected: judged.line.itemId, received: substituteItemId ?? 'not named' },
    ],
    ...quantityEvidence(judged),
    ['price-difference', priceEvidence(judged, currency)],
    ['date-slip', dateEvidence(judged)],
  ];
  const different = new Set(outcomes.map((outcome) => kindOfOutcome[outcome]));
  return [
    ...(all ? because.map((received) => ({ what: 'contradiction', received: received.slice(0, 300) })) : []),
    ...rows.filter(([row]) => row === kind || (all && different.has(row))).map(([, evidence]) => evidence),
  ];
}

function quantityEvidence({ line, comparison }: JudgedLine): readonly (readonly [ExceptionKind, Evidence])[] {
  const { unit, value } = line.baseQuantity;
  const { quantity, backordered } = comparison;
  const expected = inWords(micros(value), unit);
  const row = { what: 'quantity', expected, received: inWords(quantity - backordered, unit) };
  const later = { what: 'comes later', received: inWords(backordered, unit) };
  return [
    ['short-or-backorder', row],
    ...(backordered > ZERO ? [['short-or-backorder', later] as const] : []),
  ];
}

function priceEvidence(
  { line, comparison: { price } }: JudgedLine,
  currency: OrderLedger['currency'],
): Evidence {
  const words = ({ amount, currency: of, per }: typeof line.price) =>
    `${amount} ${of} for ${inWords(micros(per.value), per.unit)}`;
  const received = price ? words(priceInWords(price, line, currency)) : 'in another currency';
  return { what: 'price', expected: words(line.price), received };
}

const dateEvidence = ({ line, comparison: { deliveryDate } }: JudgedLine): Evidence => ({
  what: 'delivery',
  expected: line.requestedDate,
  received: deliveryDate ?? 'not stated',
});
