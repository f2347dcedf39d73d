import type { SentDocument } from '#core/canonical/partner-agreement.ts';
import type { CanonicalDocument, CanonicalKind } from '#core/canonical/partner-documents.ts';
import { writeDelfor } from './edifact/delfor.ts';
import { writeOrders } from './edifact/orders.ts';
import type { MappedOut } from './mapped.ts';
import type { OrderContext } from './order-context.ts';
import { write830 } from './x12/830.ts';
import { write850 } from './x12/850.ts';

/** How one kind of document is written in one standard. */
export interface OutboundMap<K extends CanonicalKind> {
  /** `850`, `ORDERS`. */
  readonly type: string;
  readonly write: (document: CanonicalDocument<K>, context: OrderContext, version: string) => MappedOut;
}

type Written = SentDocument & CanonicalKind;

export const outboundMaps: {
  readonly [S in 'x12' | 'edifact']: { readonly [K in Written]?: OutboundMap<K> };
} = {
  x12: {
    'purchase-order': { type: '850', write: write850 },
    'planning-schedule': { type: '830', write: write830 },
  },
  edifact: {
    'purchase-order': { type: 'ORDERS', write: writeOrders },
    'planning-schedule': { type: 'DELFOR', write: writeDelfor },
  },
};
