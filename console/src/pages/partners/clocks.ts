/** Interchanges we sent and whose acknowledgement has not come. Pure. */
import type { Interchange } from '#contracts/client.ts';

export interface AckClock {
  readonly interchange: Interchange;
  readonly dueAt: string;
  readonly overdue: boolean;
}

/** Those that still wait, the most urgent first. What is overdue stays until its acknowledgement comes. */
export function clocksOf(interchanges: readonly Interchange[], now: number): readonly AckClock[] {
  return interchanges
    .flatMap((interchange) => {
      const { direction, state, acknowledgementDueAt: dueAt } = interchange;
      const waits = direction === 'out' && (state === 'sent' || state === 'overdue');
      if (!waits || dueAt === undefined) return [];
      return [{ interchange, dueAt, overdue: state === 'overdue' || Date.parse(dueAt) <= now }];
    })
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}
