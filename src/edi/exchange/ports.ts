/** What exchanging documents with partners needs from outside. */
import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

export interface ExchangePorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The change that opens an exception, for the same commit; undefined when it stands open as it is. */
  exceptionChange(draft: ExceptionDraft): Promise<AnyChange | undefined>;
  /** The change that closes one whose cause is gone, for the same commit; undefined when none is open. */
  exceptionGone(
    which: Pick<ExceptionDraft, 'kind' | 'cause'>,
    because: string,
  ): Promise<AnyChange | undefined>;
}
