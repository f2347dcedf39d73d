import { exchangePorts } from '#adapters/exchange-ports.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { reprocessPartnerDocument } from '#api/routes/partner-documents.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { reprocessDocument } from '#edi/exchange/reprocess-document.ts';

export const operation = (ports: ExchangePorts) =>
  apiOperation(reprocessPartnerDocument, async ({ params: { partnerDocumentId } }, context) => {
    const { records } = ports;
    const { actor, correlationId, from } = context;
    const target = { type: 'partner-document', id: partnerDocumentId } as const;
    const audit = {
      actor,
      action: 'reprocess-partner-document',
      target,
      ...(from !== undefined && { from }),
    };
    const audited = await records.commit({ changes: [], correlationId, audit });
    if (!audited.ok) return audited;
    const again = await reprocessDocument(ports, { partnerDocumentId, correlationId });
    return again.ok ? readRecord(records, 'partner-document', partnerDocumentId) : again;
  });

export const handler = apiWriteHandler(operation(exchangePorts()));
