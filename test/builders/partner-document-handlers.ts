import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import type { Settings } from '#core/kernel/settings.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import * as getInterchange from '#functions/api/get-interchange.ts';
import * as getInvoice from '#functions/api/get-invoice.ts';
import * as getOrderProgress from '#functions/api/get-order-progress.ts';
import * as getPartnerDocument from '#functions/api/get-partner-document.ts';
import * as getSupplierScorecard from '#functions/api/get-supplier-scorecard.ts';
import * as listInterchanges from '#functions/api/list-interchanges.ts';
import * as listInvoices from '#functions/api/list-invoices.ts';
import * as listPartnerDocuments from '#functions/api/list-partner-documents.ts';
import * as listSupplierShipments from '#functions/api/list-supplier-shipments.ts';
import * as putCrossReference from '#functions/api/put-cross-reference.ts';
import * as reprocessInterchange from '#functions/api/reprocess-interchange.ts';
import * as reprocessPartnerDocument from '#functions/api/reprocess-partner-document.ts';

/** The handlers of what was exchanged with partners, and of what came of it, on doubles. */
export const partnerDocumentHandlers = (ports: ExchangePorts, writing: WritePorts) => ({
  ...documentHandlers(ports, writing),
  ...flowHandlers(ports, writing.settings),
});

const documentHandlers = (ports: ExchangePorts, writing: WritePorts) => ({
  'list-partner-documents': apiHandler(listPartnerDocuments.operation(ports.records), writing.settings),
  'get-partner-document': apiHandler(getPartnerDocument.operation(ports), writing.settings),
  'reprocess-partner-document': apiWriteHandler(reprocessPartnerDocument.operation(ports), writing),
  'list-interchanges': apiHandler(listInterchanges.operation(ports.records), writing.settings),
  'get-interchange': apiHandler(getInterchange.operation(ports), writing.settings),
  'reprocess-interchange': apiWriteHandler(reprocessInterchange.operation(ports), writing),
  'put-cross-reference': apiWriteHandler(putCrossReference.operation(ports), writing),
});

const flowHandlers = (ports: ExchangePorts, settings: Settings) => ({
  'get-order-progress': apiHandler(getOrderProgress.operation(ports.records), settings),
  'list-supplier-shipments': apiHandler(listSupplierShipments.operation(ports.records), settings),
  'list-invoices': apiHandler(listInvoices.operation(ports.records), settings),
  'get-invoice': apiHandler(getInvoice.operation(ports.records), settings),
  'get-supplier-scorecard': apiHandler(getSupplierScorecard.operation(ports), settings),
});
