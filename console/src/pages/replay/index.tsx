import { Route, Routes } from 'react-router';
import { NewReplayPage } from './new-replay-page.tsx';
import { ReplayPage } from './replay-page.tsx';
import { ReplaysPage } from './replays-page.tsx';
import { newReplayPath } from './selection.ts';

/** Events sent to one consumer again. */
export default function Replays() {
  return (
    <Routes>
      <Route path="/replays" element={<ReplaysPage />} />
      <Route path={newReplayPath} element={<NewReplayPage />} />
      <Route path="/replays/:id" element={<ReplayPage />} />
    </Routes>
  );
}
