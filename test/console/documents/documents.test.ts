import { describe, expect, it } from 'vitest';
import { factsOf } from '#console/pages/documents/event-facts.ts';
import { groupFound } from '#console/pages/documents/group-found.ts';
import { answerText, lineProgress } from '#console/pages/documents/line-progress.ts';
import { documentTitle, kindText } from '#console/parts/document-words.ts';
import type { OrderProgress } from '#contracts/client.ts';

const found = (type: string, id: string, at?: string) => ({
  type,
  id,
  title: id,
  matched: 'order number',
  ...(at && { at }),
});

describe('what was found', () => {
  it('[O1] is grouped by kind in the order of the business, the newest first', () => {
    const groups = groupFound([
      found('audit-thing', 'x'),
      found('invoice', 'i'),
      found('purchase-order', 'old', '2026-11-01T00:00:00.000Z'),
      found('purchase-order', 'new', '2026-11-20T00:00:00.000Z'),
    ]);
    expect(groups.map(({ title, records }) => [title, records.map(({ id }) => id)])).toEqual([
      ['Orders', ['new', 'old']],
      ['Invoices', ['i']],
      ['Audit thing', ['x']],
    ]);
  });
});

const quantity = { value: '10', unit: 'XCS' } as const;
const aLine = (over: Partial<OrderProgress['lines'][number]> = {}): OrderProgress['lines'][number] => ({
  lineNumber: 1,
  itemId: 'item-104',
  quantity,
  baseQuantity: { value: '480', unit: 'EA' },
  price: { amount: '6', currency: 'EUR', per: { value: '1', unit: 'XCS' } },
  requestedDate: '2026-12-04',
  cancelled: false,
  shipped: [],
  received: [],
  invoiced: [],
  ...over,
});

describe('how far a line is', () => {
  it('[O1] sums what was shipped, received and invoiced, exactly', () => {
    const line = aLine({
      shipped: [
        { documentId: 'a', quantity: '4.1' },
        { documentId: 'b', quantity: '4.9' },
      ],
      received: [{ receiptId: 'r', good: '8', damaged: '1', receivedOn: '2026-12-04' }],
    });
    expect(lineProgress(line)).toEqual({ shipped: '9', good: '8', damaged: '1', invoiced: '0' });
  });

  it('[O1] says what the supplier answered, and nothing before it did', () => {
    expect(answerText(aLine())).toBeUndefined();
    const answer = { documentId: 'pd', outcomes: ['quantity' as const, 'backordered' as const] };
    expect(answerText(aLine({ answer }))).toBe('Another quantity, Part comes later');
  });
});

describe('words for documents', () => {
  it('[O1] name a document by what it is, its number and its EDI type', () => {
    const edi = { type: '855' };
    expect(documentTitle({ kind: 'order-acknowledgement', number: 'A-77', edi })).toBe(
      'Answer to an order A-77 (855)',
    );
    expect(documentTitle({ kind: 'ship-notice' })).toBe('Ship notice');
    expect(kindText('something-new')).toBe('Something new');
  });

  it('[O1] tell what an event said, without the record itself and what is no plain value', () => {
    const data = { documentId: 'doc-1', fileName: 'week-48.csv', sizeBytes: 12, counts: { received: 3 } };
    expect(factsOf(data, 'doc-1')).toEqual(['file name: week-48.csv', 'size bytes: 12']);
  });
});
