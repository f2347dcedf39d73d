import type { Interchange } from '#core/canonical/interchange.ts';
import type { CanonicalDocument } from '#core/canonical/partner-documents.ts';
import type { PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import type { ProductActivity } from '#core/canonical/product-activity.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { correspondentOf } from './correspondent.ts';
import { type NotSent, orException } from './not-sent.ts';
import { type Named, orderContextOf } from './order-context-of.ts';
import type { ExchangePorts } from './ports.ts';
import { sendBusinessDocument } from './send-business-document.ts';

interface Report<T> {
  readonly partnerId: string;
  readonly document: T;
  readonly correlationId: CorrelationId;
}

/** `not-agreed`: the partner does not want it, which needs nobody's attention. */
export type ReportSent = Interchange | NotSent | 'not-agreed';

/**
 * Send a planning schedule to a supplier by EDI (830, DELFOR; S16), once for its number and location. What cannot be
 * sent opens an exception. Problems: `partner-unknown`, `document-not-agreed` when it has no EDI.
 */
export const sendPlanningSchedule = (
  ports: ExchangePorts,
  report: Report<PlanningSchedule>,
): Promise<Result<ReportSent>> => {
  const { supplierId, locationId, items } = report.document;
  const named = { supplierId, locationIds: [locationId], itemIds: items.map(({ itemId }) => itemId) };
  return send(ports, 'planning-schedule', report, named, locationId);
};

/** Send what of a supplier's items sold and stands where by EDI (852, SLSRPT), once for its number. Otherwise as above. */
export const sendProductActivity = (
  ports: ExchangePorts,
  report: Report<ProductActivity>,
): Promise<Result<ReportSent>> => {
  const { supplierId, locations } = report.document;
  const itemIds = locations.flatMap(({ items }) => items.map(({ itemId }) => itemId));
  const named = { supplierId, locationIds: locations.map(({ locationId }) => locationId), itemIds };
  return send(ports, 'product-activity', report, named, '');
};

async function send<K extends 'planning-schedule' | 'product-activity'>(
  ports: ExchangePorts,
  kind: K,
  report: Report<CanonicalDocument<K>>,
  named: Named,
  place: string,
): Promise<Result<ReportSent>> {
  const { partnerId, document, correlationId } = report;
  const correspondent = await correspondentOf(ports, partnerId);
  if (!correspondent.ok) return correspondent;
  if (!correspondent.value.agreement.documents.send.includes(kind)) return ok('not-agreed');
  const { number, supplierId } = document;
  const cause = [partnerId, place, number].join(' ');
  const sent = await sendBusinessDocument(ports, correspondent.value, {
    kind,
    document,
    context: await orderContextOf(ports, correspondent.value, named),
    cause,
    revision: '1',
    about: { number },
    correlationId,
  });
  return orException(
    ports,
    correspondent.value,
    { what: `${kind} ${number}`, cause, about: { supplierId }, correlationId },
    sent,
  );
}
