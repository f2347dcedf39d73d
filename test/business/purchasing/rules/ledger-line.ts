import type { LedgerLine, LineOutcome } from '#core/canonical/order-ledger.ts';

type Answer = NonNullable<LedgerLine['answer']>;

/** Ten cases, 480 pieces, of I<number> at 12.50 EUR per 100, asked for by the 7th. */
export const aLedgerLine = (lineNumber = 1, differing: Partial<LedgerLine> = {}): LedgerLine => ({
  lineNumber,
  itemId: `I${lineNumber}`,
  quantity: { value: '10', unit: 'XCS' },
  baseQuantity: { value: '480', unit: 'EA' },
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  requestedDate: '2026-12-07',
  cancelled: false,
  shipped: [],
  received: [],
  invoiced: [],
  ...differing,
});

/** What the supplier answered to a line. */
export const answered = (outcomes: readonly LineOutcome[], differing: Partial<Answer> = {}) => ({
  answer: { documentId: 'pd-1', outcomes: [...outcomes], ...differing },
});

/** Shipments of a line, the first under `asn-1`: how many pieces, and when they are expected. */
export const shipped = (...all: readonly (readonly [quantity: string, expectedOn?: string])[]) => ({
  shipped: all.map(([quantity, expectedOn], n) => ({
    documentId: `asn-${n + 1}`,
    quantity,
    ...(expectedOn !== undefined && { expectedOn }),
  })),
});

/** Receipts of a line, the first under `gr-1`: good and damaged pieces. */
export const received = (...all: readonly (readonly [good: string, damaged?: string])[]) => ({
  received: all.map(([good, damaged = '0'], n) => ({
    receiptId: `gr-${n + 1}`,
    good,
    damaged,
    receivedOn: '2026-12-08',
  })),
});
