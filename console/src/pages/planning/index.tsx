import { Navigate, Route, Routes } from 'react-router';
import { PlanningPage } from './planning-page.tsx';
import { ProposalPage } from './proposal-page.tsx';
import { ReleasePage } from './release-page.tsx';
import { RunPage } from './run-page.tsx';

/** Forecast releases, replenishment runs and proposals. */
export default function Planning() {
  return (
    <Routes>
      <Route path="/planning" element={<Navigate to="/releases" replace />} />
      <Route path="/releases" element={<PlanningPage tab="releases" />} />
      <Route path="/releases/:releaseId" element={<ReleasePage />} />
      <Route path="/runs" element={<PlanningPage tab="runs" />} />
      <Route path="/runs/:runId" element={<RunPage />} />
      <Route path="/proposals" element={<PlanningPage tab="proposals" />} />
      <Route path="/proposals/:proposalId" element={<ProposalPage />} />
      <Route path="*" element={<Navigate to="/releases" replace />} />
    </Routes>
  );
}
