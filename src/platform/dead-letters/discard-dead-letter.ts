import type { StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { type Settlement, type SettlePorts, settleDeadLetter } from './settle-dead-letter.ts';

/** Somebody decides that a message must never be worked on; its record and content stay. Problems as for settling. */
export const discardDeadLetter = (
  ports: SettlePorts,
  settlement: Settlement,
): Promise<Result<StoredRecord<'dead-letter'>>> =>
  settleDeadLetter(ports, 'discard-dead-letter', settlement, async (letter, settled) => ({
    letter: { ...letter, state: 'discarded', settled },
    others: [],
  }));
