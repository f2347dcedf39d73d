import { Navigate, Route, Routes } from 'react-router';
import { DocumentPage } from './document-page.tsx';
import { DocumentsPage } from './documents-page.tsx';
import { InterchangePage } from './interchange-page.tsx';
import { InvoicePage } from './invoice-page.tsx';
import { ItemPage } from './item-page.tsx';
import { LineagePage, ShipmentChain } from './lineage-page.tsx';
import { OrderPage } from './order-page.tsx';
import { PartnerDocumentPage } from './partner-document-page.tsx';
import { SupplierPage } from './supplier-page.tsx';

/** Find anything by any number, and follow it from the plan to the invoice. */
export default function Documents() {
  return (
    <Routes>
      <Route path="/documents" element={<DocumentsPage />} />
      <Route path="/documents/:documentId" element={<DocumentPage />} />
      <Route path="/interchanges/:interchangeId" element={<InterchangePage />} />
      <Route path="/partner-documents/:partnerDocumentId" element={<PartnerDocumentPage />} />
      <Route path="/orders/:purchaseOrderId" element={<OrderPage />} />
      <Route path="/lineage/:recordType/:recordId" element={<LineagePage />} />
      <Route path="/shipments/:shipmentId" element={<ShipmentChain />} />
      <Route path="/invoices/:invoiceId" element={<InvoicePage />} />
      <Route path="/suppliers/:supplierId" element={<SupplierPage />} />
      <Route path="/items/:itemId" element={<ItemPage />} />
      <Route path="*" element={<Navigate to="/documents" replace />} />
    </Routes>
  );
}
