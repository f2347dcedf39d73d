import * as z from 'zod';
import { customerOrderSchema } from '#core/canonical/customer-order.ts';
import { orderAcknowledgementSchema } from '#core/canonical/order-acknowledgement.ts';
import { orderChangeAnswerSchema } from '#core/canonical/order-change.ts';
import type { ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import { shipNoticeSchema } from '#core/canonical/ship-notice.ts';
import { supplierCatalogSchema } from '#core/canonical/supplier-catalog.ts';
import { supplierInvoiceSchema } from '#core/canonical/supplier-invoice.ts';
import { supplierStockSchema } from '#core/canonical/supplier-stock.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../codec/interchange.ts';
import { readDesadv } from './edifact/desadv.ts';
import { readInvoic } from './edifact/invoic.ts';
import { readInvrpt } from './edifact/invrpt.ts';
import { readOrders } from './edifact/orders.ts';
import { readOrdrsp } from './edifact/ordrsp.ts';
import { readPricat } from './edifact/pricat.ts';
import type { Mapped } from './mapped.ts';
import { read810 } from './x12/810.ts';
import { read832 } from './x12/832.ts';
import { read846 } from './x12/846.ts';
import { read850 } from './x12/850.ts';
import { read855 } from './x12/855.ts';
import { read856 } from './x12/856.ts';
import { read865 } from './x12/865.ts';

/** The sender's own number of a document, and the order it names first. */
export interface StatedNumbers {
  readonly number?: string;
  readonly orderNumber?: string;
}

export type CheckedDocument =
  | { readonly ok: true; readonly document: unknown; readonly numbers: StatedNumbers }
  | { readonly ok: false; readonly message: string };

/** How one type of transaction becomes a canonical document, and of which kind that is. */
export interface InboundMap {
  readonly kind: ReceivedDocument;
  readonly read: (transaction: Transaction) => Mapped<unknown>;
  /** Whether a value, deviations applied, is still a document of the kind. */
  readonly check: (value: unknown) => CheckedDocument;
}

/** What a kind of document is, and by which numbers people know one. */
const kindOf = <T>(
  kind: ReceivedDocument,
  schema: z.ZodType<T>,
  numbersOf: (document: T) => StatedNumbers,
) => ({
  readBy: (read: (transaction: Transaction) => Mapped<T>): InboundMap => ({
    kind,
    read,
    check: (value) => {
      const parsed = schema.safeParse(value);
      return parsed.success
        ? { ok: true, document: parsed.data, numbers: numbersOf(parsed.data) }
        : { ok: false, message: z.prettifyError(parsed.error) };
    },
  }),
});

const numbers = (number: string | undefined, order: OrderReference | undefined): StatedNumbers => ({
  ...(number !== undefined && { number }),
  ...(order !== undefined && { orderNumber: order.number }),
});

const acknowledgement = kindOf('order-acknowledgement', orderAcknowledgementSchema, ({ number, order }) =>
  numbers(number, order),
);
const shipNotice = kindOf('ship-notice', shipNoticeSchema, ({ number, orders }) =>
  numbers(number, orders[0]),
);
const invoice = kindOf('supplier-invoice', supplierInvoiceSchema, ({ number, orders }) =>
  numbers(number, orders[0]),
);

const changeAnswer = kindOf('order-change-answer', orderChangeAnswerSchema, ({ number, order }) =>
  numbers(number, order),
);
const stock = kindOf('supplier-stock', supplierStockSchema, ({ number }) => numbers(number, undefined));
const catalog = kindOf('supplier-catalog', supplierCatalogSchema, ({ number }) => numbers(number, undefined));
const customerOrder = kindOf('customer-order', customerOrderSchema, ({ number }) =>
  numbers(number, undefined),
);

/** By the type of transaction set or message. */
export const inboundMaps: {
  readonly [S in 'x12' | 'edifact']: Readonly<Partial<Record<string, InboundMap>>>;
} = {
  x12: {
    '810': invoice.readBy(read810),
    '832': catalog.readBy(read832),
    '846': stock.readBy(read846),
    '850': customerOrder.readBy(read850),
    '855': acknowledgement.readBy(read855),
    '856': shipNotice.readBy(read856),
    '865': changeAnswer.readBy(read865),
  },
  edifact: {
    DESADV: shipNotice.readBy(readDesadv),
    INVOIC: invoice.readBy(readInvoic),
    INVRPT: stock.readBy(readInvrpt),
    ORDERS: customerOrder.readBy(readOrders),
    ORDRSP: acknowledgement.readBy(readOrdrsp),
    PRICAT: catalog.readBy(readPricat),
  },
};
