import { words } from './format.ts';

export type Tone = 'success' | 'error' | 'warning' | 'pending' | 'in-progress' | 'stopped' | 'info';

/** How a state looks, whatever record it is of. A state without an entry is shown in its own word, without a colour. */
const tones: Readonly<Record<string, Tone>> = {
  // Exceptions
  open: 'warning',
  claimed: 'in-progress',
  resolved: 'success',
  // Documents, interchanges
  received: 'success',
  in_progress: 'in-progress',
  applied: 'success',
  split: 'success',
  sent: 'success',
  delivered: 'success',
  accepted: 'success',
  prepared: 'pending',
  parked: 'warning',
  quarantined: 'warning',
  held: 'warning',
  duplicate: 'info',
  read_again: 'info',
  accepted_with_errors: 'warning',
  rejected: 'error',
  refused: 'error',
  overdue: 'error',
  // Planning and orders
  validated: 'in-progress',
  waiting: 'pending',
  approved: 'success',
  superseded: 'stopped',
  requested: 'pending',
  confirmed: 'success',
  part_received: 'in-progress',
  cancelled: 'stopped',
  expected: 'pending',
  replaced: 'stopped',
  // Money
  waiting_for_receipt: 'pending',
  matched: 'success',
  blocked: 'error',
  posted: 'success',
  // Postings and systems
  pending: 'pending',
  unknown: 'warning',
  settled: 'success',
  'needs-person': 'error',
  closed: 'success',
  // Repair
  waiting_again: 'pending',
  redriven: 'success',
  discarded: 'stopped',
  moved: 'info',
  gone: 'stopped',
  running: 'in-progress',
  done: 'success',
  failed: 'error',
  // Partners and systems
  active: 'success',
  suspended: 'error',
  testing: 'in-progress',
  certified: 'success',
  paused: 'warning',
  on_hold: 'warning',
  inactive: 'stopped',
};

/** A state's look and its word: `part_received` → in progress, "Part received". Pure. */
export const stateLook = (state: string): { readonly tone: Tone; readonly text: string } => ({
  tone: tones[state] ?? 'info',
  text: words(state),
});
