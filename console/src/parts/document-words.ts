/** What arrives and what is exchanged, in words; the rest is said by `words`. */
import { words } from './format.ts';

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
