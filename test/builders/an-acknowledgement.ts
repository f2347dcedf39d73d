import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import type { DateEvent, StatedDate } from '#core/canonical/trade.ts';

/** An answer to PO-71 by X12, line by line. */
export const anAcknowledgement = (differing: Partial<OrderAcknowledgement> = {}): OrderAcknowledgement => ({
  standard: 'x12',
  answerCode: 'AC',
  order: { number: 'PO-71' },
  parties: [],
  references: [],
  dates: [],
  notes: [],
  lines: [anAcknowledgedLine()],
  ...differing,
});

/** Line 1, 480 pieces of I1, as ordered, and accepted. */
export const anAcknowledgedLine = (differing: Partial<AcknowledgedLine> = {}): AcknowledgedLine => ({
  lineNumber: '1',
  item: [{ scheme: 'buyer-item', value: 'I1' }],
  dates: [],
  confirmations: [aConfirmation('IA', '480')],
  notes: [],
  ...differing,
});

/** So many pieces under a code, delivered on a day where one is given. */
export const aConfirmation = (
  code: string | undefined,
  quantity?: string,
  differing: Partial<LineConfirmation> = {},
): LineConfirmation => ({
  ...(code === undefined ? {} : { code }),
  ...(quantity === undefined ? {} : { quantity: { value: quantity, unit: 'EA' } }),
  dates: [],
  item: [],
  ...differing,
});

export const aStatedDate = (event: DateEvent, date: string): StatedDate => ({ event, code: '067', date });
