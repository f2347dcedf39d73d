import { Route, Routes } from 'react-router';
import { AuditPage } from './audit-page.tsx';

/** Who did what, when, why and from where. */
export default function Audit() {
  return (
    <Routes>
      <Route path="/audit" element={<AuditPage />} />
    </Routes>
  );
}
