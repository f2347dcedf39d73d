import { Route, Routes } from 'react-router';
import { ExceptionPage } from './exception-page.tsx';
import { QueuePage } from './queue-page.tsx';

/** What people must decide: by queue, and one by one. */
export default function Exceptions() {
  return (
    <Routes>
      <Route path="/exceptions" element={<QueuePage />} />
      <Route path="/exceptions/:exceptionId" element={<ExceptionPage />} />
    </Routes>
  );
}
