import type { SentDocument } from '#core/canonical/partner-agreement.ts';
import type { CanonicalDocument } from '#core/canonical/partner-documents.ts';
import { writeDelfor } from './edifact/delfor.ts';
import { writeOrdchg } from './edifact/ordchg.ts';
import { writeOrders } from './edifact/orders.ts';
import { writeSlsrpt } from './edifact/slsrpt.ts';
import type { MappedOut } from './mapped.ts';
import type { ChangeContext } from './order-context.ts';
import { write830 } from './x12/830.ts';
import { write850 } from './x12/850.ts';
import { write852 } from './x12/852.ts';
import { write860 } from './x12/860.ts';

/** How one kind of document is written in one standard. */
export interface OutboundMap<K extends SentDocument> {
  /** `850`, `ORDERS`. */
  readonly type: string;
  readonly write: (document: CanonicalDocument<K>, context: ChangeContext, version: string) => MappedOut;
}

export const outboundMaps: {
  readonly [S in 'x12' | 'edifact']: { readonly [K in SentDocument]: OutboundMap<K> };
} = {
  x12: {
    'purchase-order': { type: '850', write: write850 },
    'order-change': { type: '860', write: write860 },
    'planning-schedule': { type: '830', write: write830 },
    'product-activity': { type: '852', write: write852 },
  },
  edifact: {
    'purchase-order': { type: 'ORDERS', write: writeOrders },
    'order-change': { type: 'ORDCHG', write: writeOrdchg },
    'planning-schedule': { type: 'DELFOR', write: writeDelfor },
    'product-activity': { type: 'SLSRPT', write: writeSlsrpt },
  },
};
