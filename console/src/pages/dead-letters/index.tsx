import { Route, Routes } from 'react-router';
import { DeadLetterPage } from './dead-letter-page.tsx';
import { DeadLettersPage } from './dead-letters-page.tsx';
import { RedrivePage } from './redrive-page.tsx';
import { RedrivesPage } from './redrives-page.tsx';

/** Messages that could not be worked on, and sending them back. */
export default function DeadLetters() {
  return (
    <Routes>
      <Route path="/dead-letters" element={<DeadLettersPage />} />
      <Route path="/dead-letters/:id" element={<DeadLetterPage />} />
      <Route path="/redrives" element={<RedrivesPage />} />
      <Route path="/redrives/:id" element={<RedrivePage />} />
    </Routes>
  );
}
