import type { Interchange as InterchangeRecord } from '#core/canonical/interchange.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { Interchange } from '../codec/interchange.ts';
import { isAcknowledgement } from './answer-interchange.ts';
import type { Correspondent } from './correspondent.ts';
import { findingOfFault, kept } from './findings.ts';
import type { FileArrival } from './quarantine.ts';

/** An interchange of a known partner, at its place in a file. */
export interface Arrived {
  readonly file: FileArrival;
  readonly place: number;
  readonly sha256: string;
  readonly interchange: Interchange;
  readonly correspondent: Correspondent;
}

/** To be taken apart now; or done with, by this or an earlier run, and at most its answer is still to be given. */
export type Admission =
  | { readonly kind: 'split'; readonly id: string }
  | { readonly kind: 'settled'; readonly record: InterchangeRecord };

/** Control numbers are numbers: leading zeros do not make them differ. */
export const plainNumber = (reference: string): string =>
  /^\d{1,15}$/.test(reference) ? String(Number(reference)) : reference.slice(0, 20);

export const receivedId = ({
  correspondent: { partnerId, edi },
  interchange,
}: Pick<Arrived, 'correspondent' | 'interchange'>): string =>
  derivedId('int', partnerId, edi.usage, plainNumber(interchange.reference));

/** An interchange as it begins: nothing of it is taken apart. */
export function recordOf(id: string, arrived: Arrived, at: string): InterchangeRecord {
  const { file, place, sha256, interchange, correspondent } = arrived;
  const transactions = interchange.groups.flatMap((group) => group.transactions);
  return {
    id,
    direction: 'in',
    state: 'received',
    partnerId: correspondent.partnerId,
    agreementVersion: correspondent.version,
    ...factsOf(interchange),
    documentId: file.document.id,
    contentKey: file.document.contentKey,
    sha256,
    arrival: file.arrival,
    place,
    fileName: file.key.slice(-300),
    transactions: transactions.length,
    rejected: 0,
    repeats: 0,
    findings: kept(interchange.faults.map(findingOfFault)),
    isAcknowledgement: transactions.every(({ type }) => isAcknowledgement(type)),
    at,
  };
}

/** What an interchange says of itself. */
export const factsOf = ({ syntax, test, sender, receiver, reference }: Interchange) =>
  ({
    standard: syntax,
    usage: test ? 'test' : 'production',
    sender: clipped(sender),
    receiver: clipped(receiver),
    controlNumber: plainNumber(reference),
  }) as const;

const clipped = ({ qualifier, id }: { readonly qualifier: string; readonly id: string }) => ({
  qualifier: qualifier.slice(0, 4),
  id: id.slice(0, 35),
});
