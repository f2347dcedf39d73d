import { sha256 } from '#core/kernel/identifiers.ts';

/** What posting can do in a system of record. */
export const operationNames = [
  'create-purchase-order',
  'amend-purchase-order',
  'post-supplier-invoice',
] as const;
export type OperationName = (typeof operationNames)[number];

/** What is to be done in which system for which state of which document: the identity of a posting. */
export interface Effect {
  readonly system: string;
  readonly operation: OperationName;
  readonly documentId: string;
  /** Counts the states of the document that are posted, from 1. */
  readonly revision: number;
}

/** A document is posted once in an operation, as a whole: whatever changes later is a document of its own. */
export const effectOf = (system: string, operation: OperationName, documentId: string): Effect => ({
  system,
  operation,
  documentId,
  revision: 1,
});

/** SHA-256 (hex) of what is to be done; never of payload or time, so that every retry means the same effect. */
export const effectId = ({ system, operation, documentId, revision }: Effect): string =>
  sha256(JSON.stringify([system, operation, documentId, revision]));

/**
 * The reference under which an effect is found in the system again: `CD-` and 20 hex digits (80 bits), 23
 * characters, which the reference fields of the systems we know carry.
 */
export const externalReference = (effect: string): string => `CD-${effect.slice(0, 20)}`;

/**
 * Whether an order in a system is one that we posted. A synchronisation leaves such an order alone until posting
 * has recorded its native id: it is not a new order of the system's own.
 */
export const isOurReference = (reference: string): boolean => /^CD-[0-9a-f]{20}$/.test(reference);
