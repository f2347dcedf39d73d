/** What is set aside, with its reason: files and interchanges that cannot be read, or that nobody known sent. */
import type { Document } from '#core/canonical/document.ts';
import type { ExceptionKind } from '#core/canonical/exception.ts';
import type { Finding, Interchange } from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { Problem } from '#core/kernel/problem.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { findingOfProblem, kept } from './findings.ts';
import type { ExchangePorts } from './ports.ts';

/** One drop of a file: the kept document, and what tells this drop from any other. */
export interface FileArrival {
  readonly document: Document;
  /** The key it was dropped under. */
  readonly key: string;
  /** The same in every notification of one drop. */
  readonly arrival: string;
  readonly correlationId: CorrelationId;
}

export interface SetAside {
  readonly file: FileArrival;
  /** In the file, from 0. */
  readonly place: number;
  readonly sha256: string;
  /** What is known of it. */
  readonly facts: Partial<
    Pick<
      Interchange,
      'partnerId' | 'agreementVersion' | 'standard' | 'usage' | 'sender' | 'receiver' | 'controlNumber'
    >
  >;
  readonly reason: Pick<Problem, 'code' | 'detail'>;
  readonly findings?: readonly Finding[];
  readonly kind: Extract<ExceptionKind, 'unknown-partner' | 'unreadable-interchange'>;
}

/** What is quarantined has no place among its partner's control numbers: the same number may come again, repaired. */
export const quarantineId = (documentId: string, place: number): string =>
  derivedId('int', documentId, String(place));

/** Set an interchange aside with its reason and the exception that says so; once, however often it arrives. */
export const quarantine = (
  ports: Pick<ExchangePorts, 'records' | 'clock' | 'exceptionChange'>,
  aside: SetAside,
): Promise<Result<Interchange>> =>
  decideAgain(async () => {
    const { document, correlationId } = aside.file;
    const id = quarantineId(document.id, aside.place);
    const stored = await ports.records.get('interchange', id);
    if (stored) return ok(stored.body);
    const body = quarantined(id, aside, ports.clock.now());
    const exception = await ports.exceptionChange({
      kind: aside.kind,
      cause: [id],
      title: titleOf(aside),
      about: { interchangeId: id, ...(body.partnerId !== undefined && { partnerId: body.partnerId }) },
      evidence: evidenceOf(aside),
    });
    const event = {
      name: 'interchange-quarantined',
      data: { interchangeId: id, reason: aside.reason.code },
    } as const;
    const committed = await ports.records.commit({
      changes: [
        { type: 'interchange', id, expect: 'absent', body, events: [event] },
        ...(exception ? [exception] : []),
      ],
      correlationId,
    });
    return committed.ok ? ok(body) : committed;
  });

function quarantined(
  id: string,
  { file, place, sha256, facts, reason, findings = [] }: SetAside,
  at: string,
): Interchange {
  const { document, key, arrival } = file;
  return {
    id,
    direction: 'in',
    state: 'quarantined',
    ...facts,
    documentId: document.id,
    contentKey: document.contentKey,
    sha256,
    arrival,
    place,
    fileName: key.slice(-300),
    transactions: 0,
    rejected: 0,
    repeats: 0,
    findings: kept([findingOfProblem(reason), ...findings]),
    isAcknowledgement: false,
    at,
  };
}

const titleOf = ({ file, facts: { sender }, kind, reason }: SetAside): string => {
  const from = sender ? ` from ${sender.qualifier}:${sender.id}` : '';
  const what = kind === 'unknown-partner' ? 'is not taken' : 'cannot be read';
  return `An interchange${from} in ${file.key.slice(-120)} ${what}: ${reason.detail}`.slice(0, 300);
};

const evidenceOf = ({ facts: { sender, receiver, controlNumber }, reason, findings = [] }: SetAside) => [
  { what: reason.code, received: reason.detail.slice(0, 300) },
  ...(sender ? [{ what: 'sender', received: `${sender.qualifier}:${sender.id}` }] : []),
  ...(receiver ? [{ what: 'receiver', received: `${receiver.qualifier}:${receiver.id}` }] : []),
  ...(controlNumber ? [{ what: 'control number', received: controlNumber }] : []),
  ...findings
    .slice(0, 20)
    .map(({ at, message }) => ({ what: at.slice(0, 80), received: message.slice(0, 300) })),
];
