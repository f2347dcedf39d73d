import { describe, expect, it } from 'vitest';
import { effectId, externalReference, isOurReference } from '#platform/posting/reference.ts';

const effect = {
  system: 'tryton',
  operation: 'create-purchase-order',
  documentId: 'po-1',
  revision: 1,
} as const;

describe('the identity of an effect', () => {
  it('[X2] it is the same for every retry, for good', () => {
    expect(effectId(effect)).toBe(effectId({ ...effect }));
    expect(effectId(effect)).toBe('ad059fbcba6bfb4f1471fea2b10910f9fcebe065a408480196730aa14771eea4');
  });

  it('[X2] another system, document or revision is another effect', () => {
    const others = [
      { ...effect, system: 'odoo' },
      { ...effect, documentId: 'po-2' },
      { ...effect, revision: 2 },
    ];
    expect(new Set([effect, ...others].map(effectId)).size).toBe(4);
  });

  it('[X2] a reference of ours is told from others', () => {
    const reference = externalReference(effectId(effect));
    expect(reference).toHaveLength(23);
    expect(isOurReference(reference)).toBe(true);
    for (const other of ['', 'CD-17', `${reference}0`, 'PO-2026-1'])
      expect(isOurReference(other)).toBe(false);
  });
});
