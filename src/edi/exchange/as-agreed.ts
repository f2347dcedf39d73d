/** What the agreement makes of the faults that reading found: stricter at the envelope, milder inside. */
import type { EdiAgreement } from '#core/canonical/partner-agreement.ts';
import type { EdiFault, FaultKind } from '../codec/fault.ts';
import { type Interchange, outcomeByFaults, type Transaction } from '../codec/interchange.ts';

/** Faults of the envelope that only lenient reading accepts. */
const envelopeFaults: ReadonlySet<FaultKind> = new Set([
  'header-length',
  'delimiter-invalid',
  'terminator-missing',
]);

/** An interchange with the faults of its envelope as grave as the agreement wants them. */
export function interchangeAsAgreed(interchange: Interchange, { reading }: EdiAgreement): Interchange {
  if (reading === 'lenient') return interchange;
  const faults = interchange.faults.map(
    (fault): EdiFault => (envelopeFaults.has(fault.kind) ? { ...fault, severity: 'error' } : fault),
  );
  return { ...interchange, faults, outcome: outcomeByFaults(faults) };
}

/** A transaction whose tolerated faults refuse nothing. */
export function transactionAsAgreed(transaction: Transaction, { tolerated = [] }: EdiAgreement): Transaction {
  const kinds = new Set<FaultKind>(tolerated);
  if (kinds.size === 0 || transaction.faults.length === 0) return transaction;
  const faults = transaction.faults.map(
    (fault): EdiFault =>
      kinds.has(fault.kind) && (fault.level === 'segment' || fault.level === 'element')
        ? { ...fault, severity: 'warning' }
        : fault,
  );
  return { ...transaction, faults, outcome: outcomeByFaults(faults) };
}
