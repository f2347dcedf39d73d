import type { Finding, PartnerDocument } from '#core/canonical/interchange.ts';
import { MOST_FINDINGS } from '#core/canonical/interchange.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';

/** What became of a document of a partner. */
export type Settlement =
  | {
      readonly state: 'applied';
      readonly purchaseOrderId?: string;
      readonly resultId?: string;
      readonly findings?: readonly Finding[];
    }
  /** It waits for this cross-reference. */
  | { readonly state: 'parked'; readonly waitsFor: string; readonly findings: readonly Finding[] }
  | { readonly state: 'rejected'; readonly findings: readonly Finding[] };

/** The change that says what became of a document, with its event: for the commit of what it did. */
export function settledDocument(
  { id, version, body }: StoredRecord<'partner-document'>,
  { findings = [], ...settlement }: Settlement,
): AnyChange {
  const { waitsFor: _before, ...rest } = body;
  const settled: PartnerDocument = {
    ...rest,
    ...settlement,
    findings: [...body.findings, ...findings].slice(0, MOST_FINDINGS),
  };
  const data = { partnerDocumentId: id, partnerId: body.partnerId, state: settlement.state };
  return {
    type: 'partner-document',
    id,
    expect: version,
    body: settled,
    events: [{ name: 'partner-document-settled', data }],
  };
}
