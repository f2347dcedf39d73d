/** What exchanging documents with partners needs from outside. */
import type { Exception, ExceptionKind } from '#core/canonical/exception.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

/** What a person must look at. The same kind and cause is the same exception. */
export interface ExceptionDraft {
  readonly kind: ExceptionKind;
  readonly cause: readonly string[];
  readonly title: string;
  readonly about: Exception['about'];
  readonly evidence: Exception['evidence'];
}

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
