import type { ExceptionDraft, ExceptionKind } from '#core/canonical/exception.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { exceptionChange, exceptionIdOf } from '../exceptions/open-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { mootExceptions } from './moot-exceptions.ts';
import { groupDrafts } from './rules/group-drafts.ts';

export interface ExceptionChanges {
  /** Few enough for one commit. */
  readonly opened: readonly AnyChange[];
  /** What is moot now, however much it is. */
  readonly closed: readonly AnyChange[];
}

export interface Found {
  readonly drafts: readonly ExceptionDraft[];
  /** What tells a group of them from others of its kind, and what it is about. */
  readonly groupCause: readonly string[];
  readonly subject: string;
  /** What was looked at again: exceptions of these kinds and causes that are not among the drafts are moot. */
  readonly kinds: readonly ExceptionKind[];
  readonly causes: readonly (readonly string[])[];
  readonly because: string;
}

/** The exceptions that looking at lines opened, and those that it made moot. */
export async function exceptionChanges(
  ports: Pick<LedgerPorts, 'records' | 'clock'>,
  { drafts, groupCause, subject, kinds, causes, because }: Found,
): Promise<ExceptionChanges> {
  const few = groupDrafts(drafts, groupCause, subject);
  const opened: AnyChange[] = [];
  for (const draft of few) {
    const change = await exceptionChange(ports, draft);
    if (change) opened.push(change);
  }
  const stillOpen = new Set(few.map(exceptionIdOf));
  const closed = await mootExceptions(ports, { kinds, causes, stillOpen, because });
  return { opened, closed };
}
