import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { runIdOf } from './model.ts';
import type { ApprovalPorts } from './ports.ts';

/** The id of the one record that says whose turn it is. */
export const PLANNING_TURN = 'replenishment';

/**
 * Take the turn to plan for a release, or answer undefined when a newer one has it.
 * 1. A run that exists goes on, unless it is superseded.
 * 2. Read whose turn it is, and only then whether the release is still in force: a newer release that had the turn
 *    before is then sure to be seen.
 * 3. Commit the run and the turn together; whoever took it in between makes this decide again.
 * Problem: `not-found` when there is no such release.
 */
export const takePlanningTurn = (
  { records, clock }: ApprovalPorts,
  { releaseId, correlationId }: { readonly releaseId: string; readonly correlationId: string },
): Promise<Result<StoredRecord<'replenishment-run'> | undefined>> =>
  decideAgain(async () => {
    const id = runIdOf(releaseId);
    const existing = await records.get('replenishment-run', id);
    if (existing) return ok(existing.body.state === 'superseded' ? undefined : existing);
    const turn = await records.get('planning-turn', PLANNING_TURN);
    const release = await records.get('forecast-release', releaseId);
    if (!release) return fail(problem('not-found', `There is no forecast release ${releaseId}.`));
    if (release.body.state !== 'approved') return ok(undefined);
    const run = {
      id,
      releaseId,
      state: 'planning' as const,
      startedAt: clock.now(),
      ...(turn ? { follows: turn.body.runId } : {}),
    };
    const committed = await records.commit({
      changes: [
        { type: 'replenishment-run', id, expect: 'absent', body: run },
        {
          type: 'planning-turn',
          id: PLANNING_TURN,
          expect: turn?.version ?? 'absent',
          body: { id: PLANNING_TURN, runId: id },
        },
      ],
      correlationId,
    });
    if (!committed.ok) return committed;
    return ok(await records.get('replenishment-run', id));
  });
