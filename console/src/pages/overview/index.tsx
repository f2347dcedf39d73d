import { Navigate, Route, Routes } from 'react-router';
import { MeasurePage } from './measure-page.tsx';
import { OverviewPage } from './overview-page.tsx';

/** Is the business in step? And each figure by itself. */
export default function Overview() {
  return (
    <Routes>
      <Route path="/overview" element={<OverviewPage />} />
      <Route path="/measures/:measureId" element={<MeasurePage />} />
      <Route path="*" element={<Navigate to="/overview" replace />} />
    </Routes>
  );
}
