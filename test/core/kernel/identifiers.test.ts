import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationIdSchema, newCorrelationId } from '#core/kernel/correlation.ts';
import { derivedId, identifierSchema, idSchema, sha256 } from '#core/kernel/identifiers.ts';

describe('identifiers', () => {
  it('[C2] a derived id is the same for the same parts and is an id', () => {
    const parts = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, (given) => {
        expect(derivedId('pr', ...given)).toBe(derivedId('pr', ...given));
        expect(idSchema.safeParse(derivedId('pr', ...given)).success).toBe(true);
      }),
    );
  });

  it('[C2] parts do not run into each other: other parts, another id', () => {
    expect(derivedId('pr', 'ab', 'c')).not.toBe(derivedId('pr', 'a', 'bc'));
    expect(derivedId('pr', 'a', '')).not.toBe(derivedId('pr', 'a'));
    expect(derivedId('pr', 'a;1:b')).not.toBe(derivedId('pr', 'a', 'b'));
    expect(derivedId('pr', 'a')).not.toBe(derivedId('ag', 'a'));
  });

  it('a derived id never changes: it is how a retry finds its own result', () => {
    expect(derivedId('fr', 'doc-1')).toBe(`fr-${sha256('5:doc-1;').slice(0, 26)}`);
  });

  it.each(['tryton:product', 'gtin', 'edi-850:line'])('[C2] %s is a scheme', (scheme) => {
    expect(identifierSchema.safeParse({ scheme, value: '17' }).success).toBe(true);
  });

  it.each(['', 'GTIN', 'tryton:', ':product', 'a b', 'a#b'])('[C2] %j is no scheme', (scheme) => {
    expect(identifierSchema.safeParse({ scheme, value: '17' }).success).toBe(false);
  });

  it.each(['', '#1', 'a/b', 'a b', 'a#b', '.a', 'x'.repeat(101), 'ü'])(
    '%j is no id: keys are made of ids',
    (id) => {
      expect(idSchema.safeParse(id).success).toBe(false);
    },
  );

  it('[O1] a new correlation id is a valid one and another every time', () => {
    expect(correlationIdSchema.safeParse(newCorrelationId()).success).toBe(true);
    expect(newCorrelationId()).not.toBe(newCorrelationId());
    for (const bad of ['short', 'with space in it', 'x'.repeat(81)]) {
      expect(correlationIdSchema.safeParse(bad).success).toBe(false);
    }
  });
});
