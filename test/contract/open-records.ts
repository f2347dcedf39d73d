import type { AnyChange, AuditEntry, Commit, Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';

export interface OpenRecords {
  readonly records: Records;
  /** Action and target of every audit entry there is. */
  readonly audit: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export const correlationId = 'cor-contract-1';
export const commitOf = (...changes: readonly AnyChange[]): Commit => ({ changes, correlationId });
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
export const audit: AuditEntry = {
  actor: { kind: 'person', id: 'steward-1' },
  action: 'correct-item',
  target: { type: 'item', id: 'A' },
  reason: 'wrong unit',
};
