import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Records } from '#core/kernel/records.ts';
import type { SettingsWriter } from '#core/kernel/settings.ts';

export interface PartnerPorts {
  readonly records: Pick<Records, 'get' | 'findByIdentifier' | 'list' | 'commit'>;
  readonly settings: SettingsWriter;
  readonly clock: Clock;
  /** What is wrong with a mapping deviation's expression; undefined when it can be run. */
  readonly faultOfExpression: (expression: string) => string | undefined;
}

/** Who does something with a partner, and why. */
export interface PartnerDecision {
  readonly actor: Actor;
  readonly reason: string;
  readonly correlationId: CorrelationId;
  /** Source address, where there is one. */
  readonly from?: string;
}
