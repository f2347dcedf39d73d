/** What hears each event, as `functions/` and their queues are wired, on doubles. */
import { resolutionRuns } from '#adapters/resolution-runs.ts';
import { applyResolution } from '#business/exceptions/apply-resolution.ts';
import { notePostingRefused } from '#business/exceptions/note-posting-refused.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyGoodsReceipt } from '#business/purchasing/apply-goods-receipt.ts';
import { applyOffer } from '#business/purchasing/apply-offer.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { noteDelivery } from '#business/purchasing/note-delivery.ts';
import { openOrderLedger } from '#business/purchasing/open-order-ledger.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { releaseParkedDocuments } from '#edi/exchange/release-parked-documents.ts';
import { sendOrderChange } from '#edi/exchange/send-order-change.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { type EventData, type EventName, eventCatalogue } from '#events/catalogue.ts';
import { eventType } from '#events/define-event.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { postDocument } from '#platform/posting/post-document.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import { type Wish, wishes } from '#platform/posting/wishes.ts';
import type { MemoryPostings } from '#test/doubles/memory-postings.ts';
import type { SimulatedSystem } from '#test/doubles/simulated-system.ts';

interface Heard {
  readonly correlationId: string;
  readonly sequence: number;
}

type Hearers = {
  readonly [N in EventName]?: (data: EventData<N>, heard: Heard) => Promise<Result<unknown>>;
};

/** The ERP and what is to be posted into it. */
export interface Posting {
  readonly postings: MemoryPostings;
  readonly erp: SimulatedSystem;
}

const nothing = async (): Promise<Result<unknown>> => ok(undefined);

/** Hear one event: everything that its queues' functions would do about it, once. */
export function eventHearers(
  ports: ExchangePorts,
  posting: Posting,
): (event: EventEnvelope) => Promise<Result<unknown>> {
  const hearers = { ...dialogue(ports), ...resolutions(ports, posting), ...posted(ports, posting) };
  const byType = new Map(
    Object.values(eventCatalogue).map(({ name }) => [
      eventType(eventCatalogue[name]),
      hearerOf(hearers, name),
    ]),
  );
  return (event) => (byType.get(event.type) ?? nothing)(event);
}

/** The catalogue by name, each entry with the data of its own name. */
const definitions: { readonly [N in EventName]: { readonly data: { parse(data: unknown): EventData<N> } } } =
  eventCatalogue;

const hearerOf =
  <N extends EventName>(hearers: Hearers, name: N) =>
  async ({ data, correlationid, sequence }: EventEnvelope): Promise<Result<unknown>> => {
    const hear = hearers[name];
    return hear
      ? hear(definitions[name].data.parse(data), { correlationId: correlationid, sequence: Number(sequence) })
      : ok(undefined);
  };

const dialogue = (ports: ExchangePorts): Hearers => ({
  'purchase-order-created': (data, heard) => openOrderLedger(ports, { ...heard, ...data }),
  'purchase-order-changed': (data, heard) => openOrderLedger(ports, { ...heard, ...data }),
  'order-placed': ({ channel, purchaseOrderId }, heard) =>
    channel === 'edi' ? sendPurchaseOrder(ports, { purchaseOrderId, ...heard }) : nothing(),
  'partner-document-sent': ({ partnerDocumentId }, heard) =>
    noteDelivery(ports, { partnerDocumentId, ...heard }),
  'partner-document-received': ({ partnerDocumentId, kind }, heard) =>
    applied(ports, kind)({ partnerDocumentId, ...heard }),
  'goods-received': ({ goodsReceiptId }, heard) => applyGoodsReceipt(ports, { goodsReceiptId, ...heard }),
  'order-progressed': ({ purchaseOrderId, what }, heard) =>
    what === 'received' || what === 'changed'
      ? rematchWaitingInvoices(ports, { purchaseOrderId, ...heard })
      : nothing(),
  'cross-reference-changed': ({ crossReferenceId }, heard) =>
    releaseParkedDocuments(ports, { crossReferenceId, ...heard }),
});

type Apply = (document: {
  readonly partnerDocumentId: string;
  readonly correlationId: string;
}) => Promise<Result<unknown>>;

function applied(ports: ExchangePorts, kind: string): Apply {
  switch (kind) {
    case 'order-acknowledgement':
    case 'order-change-answer':
      return (document) => applyAcknowledgement(ports, document);
    case 'ship-notice':
      return (document) => applyShipNotice(ports, document);
    case 'supplier-invoice':
      return (document) => matchInvoice(ports, document);
    case 'supplier-stock':
    case 'supplier-catalog':
      return (document) => applyOffer(ports, document);
    default:
      return nothing;
  }
}

function resolutions(ports: ExchangePorts, { postings }: Posting): Hearers {
  const runs = resolutionRuns(ports, () => postings);
  return {
    'exception-resolved': ({ exceptionId }, heard) => applyResolution(ports, runs, { exceptionId, ...heard }),
    'purchase-order-refused': ({ purchaseOrderId: id }, heard) =>
      notePostingRefused(ports, { what: 'purchase-order', id, ...heard }),
    'order-change-settled': ({ orderChangeId: id }, heard) =>
      notePostingRefused(ports, { what: 'order-change', id, ...heard }),
    'invoice-settled': ({ invoiceId: id }, heard) =>
      notePostingRefused(ports, { what: 'invoice', id, ...heard }),
  };
}

/** What is wished for is posted at once: the ERP is there and willing. */
function posted(ports: ExchangePorts, { postings, erp }: Posting): Hearers {
  const { records, clock } = ports;
  const parts = {
    ...{ store: postings, loads: postings.loads, records, clock },
    connect: async () => ok({ adapter: erp, callsPerSecond: 1000 }),
    pause: async () => undefined,
  };
  const wakes = { wake: async () => undefined };
  const post = async (wish: Wish | undefined, heard: Heard): Promise<Result<unknown>> => {
    if (!wish) return ok(undefined);
    const scheduled = await schedulePosting({ store: postings, wakes, clock }, { ...wish, ...heard });
    return scheduled.ok ? postDocument(parts, scheduled.value.effectId) : scheduled;
  };
  return {
    'purchase-order-requested': (data, heard) => post(wishes['purchase-order-requested'](data), heard),
    'order-change-requested': async (data, heard) => {
      const asked = await post(wishes['order-change-requested'](data), heard);
      if (!asked.ok || data.telling !== 'requested') return asked;
      return sendOrderChange(ports, { orderChangeId: data.orderChangeId, ...heard });
    },
    'invoice-matched': (data, heard) => post(wishes['invoice-matched'](data), heard),
  };
}
