import type { StoredRecord } from '#core/kernel/records.ts';
import { present } from '../resources/resource.ts';

/** A dead letter as it is answered: where its body is kept is nobody's business, how large it is may be. */
export const presentDeadLetter = (stored: StoredRecord<'dead-letter'>) => ({
  ...present(stored),
  sizeBytes: stored.body.body.sizeBytes,
});
