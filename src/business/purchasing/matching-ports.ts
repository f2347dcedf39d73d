/** What matching the documents of suppliers needs from outside. */
import type { Clock } from '#core/kernel/clock.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

export interface LedgerPorts {
  readonly records: Records;
  readonly settings: Settings;
  readonly clock: Clock;
}

export interface MatchingPorts extends LedgerPorts {
  readonly objects: Pick<ObjectStore, 'read'>;
}

/** Which document of a partner is to be applied, and under which correlation. */
export interface DocumentToApply {
  readonly partnerDocumentId: string;
  readonly correlationId: CorrelationId;
}
