import { exchangePorts } from '#adapters/exchange-ports.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { reprocessInterchange as route } from '#api/routes/partner-documents.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { reprocessInterchange } from '#edi/exchange/reprocess-interchange.ts';

export const operation = (ports: ExchangePorts) =>
  apiOperation(route, async ({ params: { interchangeId } }, { actor, correlationId, from }) => {
    const target = { type: 'interchange', id: interchangeId } as const;
    const audit = { actor, action: 'reprocess-interchange', target, ...(from !== undefined && { from }) };
    const audited = await ports.records.commit({ changes: [], correlationId, audit });
    return audited.ok ? reprocessInterchange(ports, { interchangeId, correlationId }) : audited;
  });

export const handler = apiWriteHandler(operation(exchangePorts()));
