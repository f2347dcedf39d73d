/** Words for what is exchanged; the rest is said by `words`. */
import { words } from '../../parts/format.ts';

const kinds: Readonly<Record<string, string>> = {
  'forecast-file': 'Forecast file',
  'edi-interchange': 'EDI interchange',
  'purchase-order': 'Order',
  'order-change': 'Order change',
  'planning-schedule': 'Planning schedule',
  'product-activity': 'Product activity',
  'order-acknowledgement': 'Answer to an order',
  'order-change-answer': 'Answer to an order change',
  'ship-notice': 'Ship notice',
  'supplier-invoice': 'Invoice',
  'supplier-stock': 'Stock report',
  'supplier-catalog': 'Catalog',
  'customer-order': 'Order of a customer',
};

/** What a document is, in words. */
export const kindText = (kind: string): string => kinds[kind] ?? words(kind);

interface Named {
  readonly kind: string;
  readonly number?: string;
  readonly edi?: { readonly type: string };
}

/** `Answer to an order A-77 (855)`. Pure. */
export const documentTitle = ({ kind, number, edi }: Named): string =>
  [kindText(kind), number, edi && `(${edi.type})`].filter(Boolean).join(' ');

/** What an event said besides its record's own id, as short facts: `file name: week-48.csv`. Pure. */
export function factsOf(data: object, id: string): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === id || value === null || typeof value === 'object') return [];
    const label = words(name.replaceAll(/([A-Z])/g, '-$1').toLowerCase());
    return [`${label.slice(0, 1).toLowerCase()}${label.slice(1)}: ${String(value)}`];
  });
}
