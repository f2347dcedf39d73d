import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import type { UploadForms } from '#api/upload-form.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import * as acknowledgeSupplierOrder from '#functions/api/acknowledge-supplier-order.ts';
import * as announceSupplierShipment from '#functions/api/announce-supplier-shipment.ts';
import * as collectInterchange from '#functions/api/collect-interchange.ts';
import * as createInterchangeUpload from '#functions/api/create-interchange-upload.ts';
import * as getSupplierDocument from '#functions/api/get-supplier-document.ts';
import * as getSupplierOrder from '#functions/api/get-supplier-order.ts';
import * as listSupplierDocuments from '#functions/api/list-supplier-documents.ts';
import * as listSupplierInterchanges from '#functions/api/list-supplier-interchanges.ts';
import * as listSupplierOrders from '#functions/api/list-supplier-orders.ts';
import * as offerSupplierCatalog from '#functions/api/offer-supplier-catalog.ts';
import * as postInterchange from '#functions/api/post-interchange.ts';
import * as reportSupplierStock from '#functions/api/report-supplier-stock.ts';
import * as submitSupplierInvoice from '#functions/api/submit-supplier-invoice.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly uploads: UploadForms;
  readonly clock: Clock;
}

/** The handlers of the suppliers' API on doubles. */
export function supplierHandlers(ports: Ports, writing: WritePorts) {
  const { records } = ports;
  const { settings } = writing;
  return {
    'list-supplier-orders': apiHandler(listSupplierOrders.operation(records), settings),
    'get-supplier-order': apiHandler(getSupplierOrder.operation(records), settings),
    'acknowledge-supplier-order': apiWriteHandler(acknowledgeSupplierOrder.operation(ports), writing),
    'announce-supplier-shipment': apiWriteHandler(announceSupplierShipment.operation(ports), writing),
    'submit-supplier-invoice': apiWriteHandler(submitSupplierInvoice.operation(ports), writing),
    'offer-supplier-catalog': apiWriteHandler(offerSupplierCatalog.operation(ports), writing),
    'report-supplier-stock': apiWriteHandler(reportSupplierStock.operation(ports), writing),
    'post-interchange': apiWriteHandler(postInterchange.operation(ports), writing),
    'create-interchange-upload': apiWriteHandler(createInterchangeUpload.operation(ports), writing),
    'list-supplier-interchanges': apiHandler(listSupplierInterchanges.operation(records), settings),
    'collect-interchange': apiHandler(collectInterchange.operation(ports), settings),
    'list-supplier-documents': apiHandler(listSupplierDocuments.operation(records), settings),
    'get-supplier-document': apiHandler(getSupplierDocument.operation(records), settings),
  };
}
