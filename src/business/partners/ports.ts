import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
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

/** A way into the API that a partner was given: by these it is found, with neither secret. */
export interface PartnerAccess {
  readonly clientId: string;
  readonly apiKeyId: string;
}

/** What belongs to an access and is handed over once: it is stored and logged nowhere by us. */
export interface AccessSecrets {
  readonly clientSecret: string;
  readonly apiKey: string;
}

/** Lets partners into the API. */
export interface PartnerAccessIssuer {
  /** A client of the API that speaks for the partner and may do what its agreement needs, and no more. */
  issue(agreement: PartnerAgreement, decision: PartnerDecision): Promise<Result<PartnerAccess>>;
  /** The secrets of an access, read where they are kept. */
  reveal(access: PartnerAccess): Promise<AccessSecrets>;
}
