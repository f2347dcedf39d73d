import type { Finding } from '#core/canonical/interchange.ts';
import type { ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { EdiFault, FaultDraft } from '../codec/fault.ts';
import { hasErrors } from '../codec/fault.ts';
import { outcomeByFaults, type Transaction } from '../codec/interchange.ts';
import { TransactionWalker } from '../codec/walk-transaction.ts';
import { edifactCodeOf } from '../edifact/fault-codes.ts';
import { findEdifactSchema } from '../edifact/schema/find-schema.ts';
import { type InboundMap, inboundMaps, type StatedNumbers } from '../maps/inbound-maps.ts';
import type { Finding as MapFinding } from '../maps/mapped.ts';
import { x12CodeOf } from '../x12/fault-codes.ts';
import { findX12Schema } from '../x12/schema/find-schema.ts';
import { transactionAsAgreed } from './as-agreed.ts';
import type { Correspondent } from './correspondent.ts';
import { deviate, deviateSegments } from './deviate.ts';
import { findingOfFault, findingOfMap, findingOfProblem } from './findings.ts';
import { exchangeLimits } from './limits.ts';

/** What became of reading one transaction. */
export interface ReadTransaction {
  /** As it is answered: its faults are what the partner is told. */
  readonly answered: Transaction;
  readonly findings: readonly Finding[];
  /** Of which kind it is; undefined when nobody knows its type. */
  readonly kind?: ReceivedDocument;
  /** What it says; absent when it is rejected. */
  readonly said?: {
    readonly json: string;
  } & StatedNumbers;
}

/**
 * Read one transaction as agreed with its partner.
 * 1. Its type is one we read, in a version there is a schema for, and agreed.
 * 2. Apply the deviations at segment level, check it against the schema, forgive what is tolerated.
 * 3. Map it, apply the deviations at canonical level, check the document.
 * Whatever the partner did wrong is a fault it is told; a deviation of ours that fails is only told to us.
 */
export async function readTransaction(
  transaction: Transaction,
  correspondent: Correspondent,
): Promise<ReadTransaction> {
  const { edi, agreement } = correspondent;
  const map = inboundMaps[edi.standard][transaction.type];
  if (!map) return refused(correspondent, transaction, unsupported(`${transaction.type} is nothing we read`));
  const { kind } = map;
  if (!agreement.documents.receive.includes(kind))
    return refused(correspondent, transaction, unsupported(`${transaction.type} is not agreed`), kind);
  const checked = await checkedTransaction(transaction, correspondent, kind);
  if ('problem' in checked) return failed(transaction, kind, checked.problem);
  if (hasErrors(checked.faults)) return rejected(checked, kind);
  if (!checked.root) {
    const message = `there is no schema for ${transaction.type} in version ${transaction.version}`;
    return refused(correspondent, checked, { ...unsupported(message), kind: 'version-unsupported' }, kind);
  }
  return mapTransaction(checked, correspondent, map);
}

type Checked = Transaction | { readonly problem: Problem };

/** The transaction after the deviations at segment level, checked again where there are some. */
async function checkedTransaction(
  transaction: Transaction,
  { edi, agreement: { deviations } }: Correspondent,
  kind: ReceivedDocument,
): Promise<Checked> {
  const segments = await deviateSegments(deviations, kind, transaction.segments);
  if (!segments.ok) return { problem: segments.problem };
  if (segments.value === transaction.segments) return transactionAsAgreed(transaction, edi);
  const schema = schemaOf(edi.standard, transaction);
  const found: EdiFault[] = transaction.faults.filter(
    ({ level }) => level !== 'segment' && level !== 'element',
  );
  if (!schema) return transaction;
  const walker = new TransactionWalker(schema, (draft) => found.push(faultOf(edi.standard, draft)));
  for (const segment of segments.value) walker.take(segment);
  const changed: Transaction = {
    ...transaction,
    segments: segments.value,
    root: walker.root,
    faults: found,
    outcome: outcomeByFaults(found),
  };
  return transactionAsAgreed(changed, edi);
}

const schemaOf = (standard: 'x12' | 'edifact', { type, version }: Transaction) =>
  standard === 'x12' ? findX12Schema(type, version) : findEdifactSchema(type, version);

async function mapTransaction(
  transaction: Transaction,
  correspondent: Correspondent,
  { kind, read, check }: InboundMap,
): Promise<ReadTransaction> {
  const mapped = read(transaction);
  if (!mapped.ok) {
    const { standard } = correspondent.edi;
    const faults = mapped.faults.map((finding) => faultOf(standard, draftOf(transaction, finding)));
    const answered = withFaults(transaction, faults);
    return { answered, kind, findings: mapped.faults.map(findingOfMap) };
  }
  const deviated = await deviate(correspondent.agreement.deviations, kind, 'canonical', mapped.document);
  if (!deviated.ok) return failed(transaction, kind, deviated.problem);
  const checked = check(deviated.value);
  if (!checked.ok) {
    const detail = `what the deviations give is no ${kind}: ${checked.message}`;
    return failed(transaction, kind, { code: 'deviation-failed', detail });
  }
  const json = JSON.stringify(checked.document);
  if (Buffer.byteLength(json) > exchangeLimits.canonicalBytes)
    return refused(correspondent, transaction, tooLarge(transaction), kind);
  const findings = [...transaction.faults.map(findingOfFault), ...mapped.unmapped.map(findingOfMap)];
  return { answered: transaction, kind, findings, said: { json, ...checked.numbers } };
}

const tooLarge = (transaction: Transaction): FaultDraft => ({
  ...unsupported(`it says more than ${exchangeLimits.canonicalBytes} bytes hold`),
  kind: 'limit-exceeded',
  segment: transaction.segments[0]?.id ?? '',
});

const unsupported = (message: string): FaultDraft => ({
  kind: 'type-unsupported',
  level: 'transaction',
  position: 1,
  segment: '',
  message,
});

const faultOf = (standard: 'x12' | 'edifact', draft: FaultDraft): EdiFault => ({
  ...draft,
  severity: draft.severity ?? 'error',
  standard: standard === 'x12' ? x12CodeOf(draft) : edifactCodeOf(draft),
});

/** What a map found wrong, as the fault it is answered with: a value that is not one we can use. */
const draftOf = (transaction: Transaction, finding: MapFinding): FaultDraft => {
  const { segment } = finding;
  if (segment === '')
    return {
      ...unsupported(finding.message),
      kind: 'header-invalid',
      segment: transaction.segments[0]?.id ?? '',
    };
  if (finding.element === undefined) return { ...finding, kind: 'segment-unexpected', level: 'segment' };
  return {
    ...finding,
    kind: finding.value === undefined ? 'element-missing' : 'element-code',
    level: 'element',
  };
};

function withFaults(transaction: Transaction, more: readonly EdiFault[]): Transaction {
  const faults = [...transaction.faults, ...more];
  return { ...transaction, faults, outcome: outcomeByFaults(faults) };
}

/** Refused with one more fault that the partner is told. */
function refused(
  { edi }: Correspondent,
  transaction: Transaction,
  draft: FaultDraft,
  kind?: ReceivedDocument,
): ReadTransaction {
  return rejected(withFaults(transaction, [faultOf(edi.standard, draft)]), kind);
}

const rejected = (answered: Transaction, kind?: ReceivedDocument): ReadTransaction => ({
  answered,
  findings: gravestFirst(answered.faults).map(findingOfFault),
  ...(kind && { kind }),
});

/** What it is refused for, before what would have been tolerated. */
const gravestFirst = (faults: readonly EdiFault[]): readonly EdiFault[] => [
  ...faults.filter(({ severity }) => severity === 'error'),
  ...faults.filter(({ severity }) => severity !== 'error'),
];

/** Not read because of us: the partner is not told, whoever keeps the agreement is. */
const failed = (
  transaction: Transaction,
  kind: ReceivedDocument,
  problem: Pick<Problem, 'code' | 'detail'>,
): ReadTransaction => ({ answered: transaction, kind, findings: [findingOfProblem(problem)] });
