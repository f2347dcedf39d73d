import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { exceptionIdOf } from '../exceptions/open-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { mootExceptions } from './moot-exceptions.ts';
import { lineCause } from './rules/answer-exceptions.ts';
import { shipmentExceptions } from './rules/shipment-exceptions.ts';
import { noTolerance } from './rules/tolerance.ts';

/** Exceptions a commit closes at most; each is two items of it. */
const MOST_CLOSED = 8;

/** The changes that close what was shipped otherwise than ordered, and is as the changed order says now. */
export async function agreedShipments(
  ports: LedgerPorts,
  before: OrderLedger,
  after: OrderLedger,
  agreement: PartnerAgreement | undefined,
): Promise<readonly AnyChange[]> {
  const changed = after.lines
    .filter(({ shipped }, at) => shipped.length > 0 && isOtherwise(before.lines[at], after.lines[at]))
    .map(({ lineNumber }) => lineNumber)
    .slice(0, MOST_CLOSED / 2);
  if (changed.length === 0) return [];
  const context = {
    partnerDocumentId: after.id,
    number: '',
    tolerances: agreement?.tolerances ?? noTolerance,
  };
  const remain = shipmentExceptions(after, { lines: [], strangers: [] }, changed, context);
  return mootExceptions(ports, {
    kinds: ['ship-notice-differs', 'ship-notice-late'],
    causes: changed.map((lineNumber) => lineCause(after.id, lineNumber)),
    stillOpen: new Set(remain.map(exceptionIdOf)),
    because: 'The order is for what was shipped now.',
  });
}

const isOtherwise = (before: LedgerLine | undefined, after: LedgerLine | undefined): boolean =>
  before?.baseQuantity.value !== after?.baseQuantity.value ||
  before?.lastPromisedDate !== after?.lastPromisedDate;
