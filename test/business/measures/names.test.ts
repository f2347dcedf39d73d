import { describe, expect, it } from 'vitest';
import { namesOf } from '#business/measures/names.ts';
import type { Exception } from '#core/canonical/exception.ts';
import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';

const at = '2026-11-23T11:20:00.000Z';
const stored = { version: 1, correlationId: 'cor-1', updatedAt: at };

const parked: PartnerDocument = {
  id: 'pd-1',
  direction: 'in',
  channel: 'edi',
  kind: 'order-acknowledgement',
  state: 'parked',
  partnerId: 'nordbolt',
  supplierId: 'sup-nordbolt',
  agreementVersion: 3,
  ordinal: '2026-11-23T11:18:00.000Z#00000000000417#000000',
  findings: [],
  waitsFor: 'xr-hb-8-40',
  test: false,
  at,
};
const unknownCode: Exception = {
  id: 'ex-1',
  kind: 'unknown-code',
  owner: 'steward',
  severity: 'medium',
  state: 'open',
  title: 'Nordbolt names HB-8-40',
  about: { crossReferenceId: 'xr-hb-8-40', partnerDocumentId: 'pd-1' },
  evidence: [],
  actions: ['reject'],
  openedAt: at,
  dueAt: at,
  comments: [],
  reopened: 0,
};
const received: Interchange = {
  id: 'int-1',
  direction: 'in',
  state: 'split',
  partnerId: 'nordbolt',
  contentKey: 'documents/int-1',
  sha256: 'a'.repeat(64),
  fileName: 'partners/nordbolt/in/855-417.edi',
  transactions: 1,
  rejected: 0,
  repeats: 0,
  findings: [],
  acknowledgementId: 'int-2',
  isAcknowledgement: false,
  at,
};

const names = (known: Parameters<typeof namesOf>[0]) => namesOf(known).map(({ name }) => name);

describe('the names a record is found under', () => {
  it('[O1] a code leads to the documents that wait for it and to the exception that asks for it', () => {
    expect(names({ type: 'partner-document', id: 'pd-1', body: parked, ...stored })).toContain('xr-hb-8-40');
    expect(names({ type: 'exception', id: 'ex-1', body: unknownCode, ...stored })).toContain('xr-hb-8-40');
  });

  it('[O1] a document leads to the exceptions about it', () => {
    expect(names({ type: 'exception', id: 'ex-1', body: unknownCode, ...stored })).toContain('pd-1');
  });

  it('[O1] an acknowledgement leads back to the interchange it acknowledges', () => {
    expect(names({ type: 'interchange', id: 'int-1', body: received, ...stored })).toContain('int-2');
  });

  it('[O1] everything leads to what came with it', () => {
    const found = namesOf({ type: 'interchange', id: 'int-1', body: received, ...stored });
    expect(found.map(({ found: { matched } }) => matched)).toContain('correlation id');
    expect(found.every(({ found: { type, id } }) => type === 'interchange' && id === 'int-1')).toBe(true);
  });
});
