/** One order from the forecast file to the posted invoice, played by a whole distributor and its partner. */

import type { LineagePorts } from '#business/lineage/ports.ts';
import { traceLineage } from '#business/lineage/trace.ts';
import type { TracedType } from '#core/canonical/lineage.ts';
import type { Records } from '#core/kernel/records.ts';
import { documentsOfFile } from '#edi/exchange/documents-of-interchange.ts';
import { sentDocumentId } from '#edi/exchange/send-business-document.ts';
import { acknowledge } from '#edi/partner-simulator/acknowledge.ts';
import { firstTransaction, readOrder } from '#edi/partner-simulator/simulated-order.ts';
import { readSince } from '#platform/journal/read-since.ts';
import type { PostingStore } from '#platform/posting/ports.ts';
import { tracedPosting } from '#platform/posting/read-systems.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { x12 } from '#test/edi/exchange/an-exchange.ts';
import { Partner, papers } from '#test/edi/partner-simulator-room.ts';
import { aGroupOf, aPlan, planned } from './a-planned-order.ts';

/** What tracing needs, on doubles. */
export const tracing = (
  records: Records,
  postings: Pick<PostingStore, 'byDocument'> = memoryPostings(),
): LineagePorts => ({
  records,
  postingsOf: async (id) => (await postings.byDocument(id)).map(tracedPosting),
  sentAs: (kind, cause) => sentDocumentId(kind, cause, '1'),
  documentsOf: documentsOfFile(records, readSince),
});

/** The story up to there: ordered and taken, answered, or to its end. */
export async function wholeStory(until: 'ordered' | 'answered' | 'paid' = 'paid') {
  const partner = await Partner.of(x12());
  const { room, make } = partner;
  const { records } = room;
  await aPlan(records);
  await aGroupOf(records, 'ag-1', 2, 'po-1');
  await room.order({ approvalGroupId: 'ag-1', releaseId: planned.releaseId });
  const received = partner.received();
  await partner.sends(acknowledge(partner.edi, received, 'accepts'));
  const order = readOrder(firstTransaction(received));
  const answer = async (number: string, accept: 'accept' | 'reject' = 'accept') => {
    await partner.sends(make.answer(order, [{ kind: accept }, { kind: accept }], papers(number)));
    return idOf('order-acknowledgement');
  };
  /** The newest document of a kind. */
  const idOf = async (kind: string): Promise<string> => {
    const found = (await room.documents()).filter((document) => document.kind === kind).at(-1);
    return found?.id ?? 'none';
  };
  if (until !== 'ordered') await answer('ANSWER-1');
  if (until === 'paid') {
    await partner.sends(make.ship(order, 100, papers('SHIP-1')));
    await room.receiveWhatWasAnnounced();
    await partner.sends(make.bill(order, 0, papers('BILL-1')));
    await allIsThere(records);
  }
  const answerId = await idOf('order-acknowledgement');
  const answerFile = await fileOf(records, answerId);
  const noticeId = await idOf('ship-notice');
  const invoiceId = await idOf('supplier-invoice');
  const ids = {
    ...{ document: planned.documentId, release: planned.releaseId, run: planned.runId },
    ...{ proposal: 'ag-1-1', group: 'ag-1', order: 'po-1', sent: await idOf('purchase-order') },
    ...{ answer: answerId, answerFile, notice: noticeId, noticeDocument: noticeId },
    ...{ receipt: `gr-${noticeId}`, invoice: invoiceId, invoiceDocument: invoiceId },
  };
  const ports = tracing(records, room.postings);
  return {
    ids,
    room,
    lineageOf: (type: TracedType, id: string) => traceLineage(ports, { type, id }),
    /** The partner answers anew; the id of its answer. */
    answerAgain: () => {
      room.clock.advance(60_000);
      return answer('ANSWER-2');
    },
    /** An answer that names the order and cannot be applied. */
    answerInVain: async () => {
      const known = await records.get('partner-document', answerId);
      if (!known) throw new Error('nothing was answered');
      const { resultId: _r, purchaseOrderId: _p, ...body } = known.body;
      const id = 'pd-vain';
      const change = { type: 'partner-document', id, expect: 'absent' } as const;
      const parked = { ...body, id, state: 'rejected', orderNumber: order.number } as const;
      await records.commit({ changes: [{ ...change, body: parked }], correlationId: 'cor-00000001' });
      return id;
    },
  };
}

/** The system tells that everything of the order is there. */
async function allIsThere(records: Records): Promise<void> {
  const stored = await records.get('purchase-order', 'po-1');
  if (!stored) throw new Error('nothing is ordered');
  const { id, version, body } = stored;
  const change = {
    type: 'purchase-order',
    id,
    expect: version,
    body: { ...body, state: 'received' },
  } as const;
  await records.commit({ changes: [change], correlationId: 'cor-00000001' });
}

async function fileOf(records: Records, partnerDocumentId: string): Promise<string> {
  const document = await records.get('partner-document', partnerDocumentId);
  const interchange = await records.get('interchange', document?.body.edi?.interchangeId ?? 'none');
  return interchange?.body.documentId ?? 'none';
}
