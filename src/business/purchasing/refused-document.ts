import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { Finding } from '#core/canonical/interchange.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { ProblemCode } from '#core/kernel/problem.ts';
import { exceptionChange, type OpenPorts } from '../exceptions/open-exception.ts';
import { crossReferenceId, type ItemCodes } from './item-codes.ts';
import { atOnce, type Decided, type StoredDocument } from './received-document.ts';
import { settledDocument } from './settle-document.ts';

/** Why a document is not applied: the code of a problem, where in the document, and what a person reads. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly at: string;
  readonly message: string;
  readonly kind?: 'document-rejected' | 'pack-conflict';
}

/** Reject a document: with its finding, and the exception of whoever can repair it. */
export async function rejectedDocument(
  ports: OpenPorts,
  document: StoredDocument,
  { code, at, message, kind = 'document-rejected' }: Refusal,
): Promise<Decided> {
  const finding: Finding = { code, at: at.slice(0, 120), message: message.slice(0, 500) };
  const { number, kind: what } = document.body;
  const exception = await exceptionChange(ports, {
    kind,
    cause: [document.id],
    title: `${sentenceCase(what)} ${number ?? document.id}: ${message}`.slice(0, 300),
    about: aboutOf(document),
    evidence: [{ what: at.slice(0, 80), received: message.slice(0, 300) }],
  });
  const settled = settledDocument(document, { state: 'rejected', findings: [finding] });
  return atOnce(settled, ...(exception ? [exception] : []));
}

/** Park a document until a code of the partner leads to an item; one exception a code, whatever the documents. */
export async function parkedDocument(
  ports: OpenPorts,
  document: StoredDocument,
  theirs: string,
): Promise<Decided> {
  const { partnerId } = document.body;
  const waitsFor = crossReferenceId(partnerId, 'item', theirs);
  const message = `The item code ${theirs} of ${partnerId} leads to no item.`;
  const draft: ExceptionDraft = {
    kind: 'unknown-code',
    cause: [waitsFor],
    title: message.slice(0, 300),
    about: { ...aboutOf(document), crossReferenceId: waitsFor },
    evidence: [
      { what: 'item code', expected: 'a code that leads to an item', received: theirs.slice(0, 300) },
    ],
  };
  const exception = await exceptionChange(ports, draft);
  const findings = [{ code: 'code-unknown', at: 'item', message }];
  const settled = settledDocument(document, { state: 'parked', waitsFor, findings });
  return atOnce(settled, ...(exception ? [exception] : []));
}

/** The first code, in a fixed order, that leads nowhere among these. */
export const firstUnknown = (
  codes: ItemCodes,
  named: readonly (readonly Identifier[])[],
): string | undefined =>
  named
    .map(codes.unknownOf)
    .filter((code) => code !== undefined)
    .sort()[0];

const aboutOf = ({ id, body }: StoredDocument): ExceptionDraft['about'] => {
  const { partnerId, supplierId, orderNumber, edi } = body;
  return {
    partnerId,
    supplierId,
    ...(orderNumber && { orderNumber }),
    ...(edi && { interchangeId: edi.interchangeId }),
    partnerDocumentId: id,
  };
};

const sentenceCase = (kind: string): string => {
  const words = kind.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};
