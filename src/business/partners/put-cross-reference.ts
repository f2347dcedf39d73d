import type { CrossReference } from '#core/canonical/partner.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionIdOf } from '../exceptions/open-exception.ts';
import { closingChange } from '../exceptions/resolve-exception.ts';
import { crossReferenceId } from '../purchasing/item-codes.ts';

export interface CrossReferencePorts {
  readonly records: Records;
  readonly clock: Clock;
}

export interface CrossReferenceInput extends Pick<CrossReference, 'partnerId' | 'kind' | 'theirs' | 'ours'> {
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Source address, for the audit record. */
  readonly from?: string;
}

/**
 * Say what a code of a partner is to us (M3).
 * 1. The partner and what the code shall lead to must be there.
 * 2. Commit it with its event, the audit record, and the steward's exception about it closed; the event releases
 *    every document that waits for the code, unchanged and in order.
 * The same again changes nothing. Problems: `not-found` for the partner, `code-unknown` for what is not ours.
 */
export const putCrossReference = (
  ports: CrossReferencePorts,
  input: CrossReferenceInput,
): Promise<Result<StoredRecord<'cross-reference'>>> =>
  decideAgain(async () => {
    const { records, clock } = ports;
    const { partnerId, kind, theirs, ours } = input;
    if (!(await records.get('partner', partnerId))) {
      return fail(problem('not-found', `There is no partner ${partnerId}.`));
    }
    if (!(await records.get(kind, ours))) {
      return fail(problem('code-unknown', `We have no ${kind} ${ours}.`));
    }
    const id = crossReferenceId(partnerId, kind, theirs);
    const stored = await records.get('cross-reference', id);
    if (stored && stored.body.ours === ours) return ok(stored);
    const changedAt = clock.now();
    const body: CrossReference = { id, partnerId, kind, theirs, ours, changedAt };
    const committed = await commitReference(ports, input, { body, expect: stored?.version ?? 'absent' });
    if (!committed.ok) return committed;
    const after = await records.get('cross-reference', id);
    return after ? ok(after) : fail(problem('temporarily-unavailable', 'It is not there yet.'));
  });

async function commitReference(
  { records, clock }: CrossReferencePorts,
  { actor, correlationId, from }: CrossReferenceInput,
  { body, expect }: { readonly body: CrossReference; readonly expect: 'absent' | number },
): Promise<Result<void>> {
  const { id, partnerId, theirs, ours } = body;
  const asked = await records.get('exception', exceptionIdOf({ kind: 'unknown-code', cause: [id] }));
  const answered = asked && closingChange(asked, `${theirs} is ${ours}.`, clock.now());
  const changes: AnyChange[] = [
    {
      type: 'cross-reference',
      id,
      expect,
      body,
      events: [{ name: 'cross-reference-changed', data: { crossReferenceId: id, partnerId } }],
    },
    ...(answered ? [answered] : []),
  ];
  return records.commit({
    changes,
    correlationId,
    audit: {
      actor,
      action: 'put-cross-reference',
      target: { type: 'cross-reference', id },
      ...(from === undefined ? {} : { from }),
    },
  });
}
