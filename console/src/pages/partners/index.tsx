import { Route, Routes } from 'react-router';
import { PartnerPage } from './partner-page.tsx';
import { PartnersPage } from './partners-page.tsx';
import { UnknownSenderPage } from './unknown-sender-page.tsx';

/** Partners: what was agreed with each, and how the exchange goes. */
export default function Partners() {
  return (
    <Routes>
      <Route path="/partners" element={<PartnersPage />} />
      <Route path="/partners/unknown" element={<UnknownSenderPage />} />
      <Route path="/partners/:id" element={<PartnerPage />} />
    </Routes>
  );
}
