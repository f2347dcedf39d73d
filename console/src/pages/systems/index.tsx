import { Route, Routes } from 'react-router';
import { SystemPage } from './system-page.tsx';
import { SystemsPage } from './systems-page.tsx';

/** Systems of record: whether they can be used, what waits for them, and switching that off and on. */
export default function Systems() {
  return (
    <Routes>
      <Route path="/systems" element={<SystemsPage />} />
      <Route path="/systems/:id" element={<SystemPage />} />
    </Routes>
  );
}
