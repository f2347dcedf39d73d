import { describe, expect, it } from 'vitest';
import type { Candidate, Entity } from '#business/master-data/ports.ts';
import {
  anItemCandidate,
  aPolicyCandidate,
  aPositionCandidate,
  aSupplierCandidate,
  aTermsCandidate,
} from '#test/builders/a-master-data-source.ts';
import { aWholeSystem, masterDataRoom } from '#test/builders/master-data-room.ts';

const gtin = (value: string) => ({ identifiers: [{ scheme: 'gtin', value }] });
const without = ({ id, body }: Candidate, field: string): Candidate => ({
  id,
  body: { ...(body as object), [field]: undefined },
});

/** What a page comes to where items I1, I2, supplier S1 and location HAM are known. */
async function judged(entity: Entity, ...pages: (readonly Candidate[])[]) {
  const room = masterDataRoom();
  const { items, suppliers, locations } = aWholeSystem;
  await room.synced({ items, suppliers, locations });
  const counts = await room.synced({ [entity]: pages }, [entity]);
  return { ...room, counts: counts[entity] };
}

const cases: readonly [what: string, entity: Entity, bad: Candidate, reason: RegExp][] = [
  ['incomplete', 'items', without(anItemCandidate('B1'), 'description'), /^incomplete: description: /],
  ['incomplete: nothing at all', 'items', { id: 'B1', body: null }, /^incomplete: record: /],
  ['an id that is none', 'items', anItemCandidate('bolt 8/40'), /^incomplete: id: /],
  [
    'a cyclic hierarchy',
    'items',
    anItemCandidate('B1', { hierarchy: ['a', 'b', 'a'] }),
    /^cyclic hierarchy: group a /,
  ],
  [
    'a hierarchy that is too deep',
    'items',
    anItemCandidate('B1', { hierarchy: [...'abcdefghi'] }),
    /^hierarchy too deep: 9 groups of at most 8$/,
  ],
  [
    'a pack with two contents',
    'items',
    anItemCandidate('B1', {
      packs: [
        { unit: 'XCS', holds: '6' },
        { unit: 'XCS', holds: '8' },
      ],
    }),
    /^conflicting: pack XCS holds 6 and 8$/,
  ],
  [
    'an empty pack',
    'items',
    anItemCandidate('B1', { packs: [{ unit: 'XCS', holds: '0' }] }),
    /^unit mismatch: /,
  ],
  ['terms of an unknown item', 'supplierTerms', aTermsCandidate('I9'), /^unknown reference: item I9 /],
  [
    'terms of an unknown supplier',
    'supplierTerms',
    aTermsCandidate('I1', { supplierId: 'S9' }),
    /^unknown reference: supplier S9 /,
  ],
  [
    'an order unit that is neither base unit nor pack',
    'supplierTerms',
    aTermsCandidate('I1', { orderUnit: 'XPX' }),
    /^unit mismatch: XPX is neither the base unit EA nor a pack of item I1$/,
  ],
  [
    'a price for a unit the item does not have',
    'supplierTerms',
    aTermsCandidate('I1', { price: { amount: '1', currency: 'EUR', per: { value: '1', unit: 'KGM' } } }),
    /^unit mismatch: KGM /,
  ],
  [
    'terms under a wrong id',
    'supplierTerms',
    { ...aTermsCandidate('I1'), id: 'S1:I9' },
    /^conflicting: it is called S1:I9/,
  ],
  [
    'stock of an unknown item',
    'inventoryPositions',
    aPositionCandidate('I9', 'HAM'),
    /^unknown reference: item I9 /,
  ],
  [
    'stock at an unknown location',
    'inventoryPositions',
    aPositionCandidate('I1', 'X9'),
    /^unknown reference: location X9 /,
  ],
  [
    'stock in another unit',
    'inventoryPositions',
    aPositionCandidate('I1', 'HAM', { unit: 'XCS' }),
    /^unit mismatch: stock in XCS/,
  ],
  [
    'a policy for an unknown location',
    'inventoryPolicies',
    aPolicyCandidate('I1', 'X9'),
    /^unknown reference: location X9 /,
  ],
];

const good: { readonly [E in Entity]?: Candidate } = {
  items: anItemCandidate('G1'),
  supplierTerms: aTermsCandidate('I2'),
  inventoryPositions: aPositionCandidate('I2', 'HAM'),
  inventoryPolicies: aPolicyCandidate('I2', 'HAM'),
};

describe('what is not taken', () => {
  it.each(cases)(
    '[M2] %s is rejected with its reason; the good record beside it goes on',
    async (_, entity, bad, reason) => {
      const fine = good[entity];
      const { counts, told } = await judged(entity, [bad, ...(fine ? [fine] : [])]);
      expect(counts).toMatchObject({ read: 2, changed: 1, unchanged: 0, rejectedInAll: 1 });
      expect(counts?.rejected[0]?.id).toBe(bad.id);
      expect(counts?.rejected[0]?.reasons).toEqual([expect.stringMatching(reason)]);
      expect(told().filter((event) => event.endsWith(` ${bad.id}`))).toEqual([]);
    },
  );

  it('[M2] the same id twice with different content: neither is taken', async () => {
    const { counts, records } = await judged('items', [
      anItemCandidate('B1', { description: 'one' }),
      anItemCandidate('B1', { description: 'other', identifiers: [] }),
      anItemCandidate('G1'),
    ]);
    expect(counts).toMatchObject({ read: 3, changed: 1, rejectedInAll: 2 });
    expect(await records.get('item', 'B1')).toBeUndefined();
  });

  it('[M2] the same id again on a later page with other content: the later one is not taken', async () => {
    const { counts, records } = await judged(
      'items',
      [anItemCandidate('B1', { description: 'one' })],
      [anItemCandidate('B1', { description: 'other' })],
    );
    expect(counts).toMatchObject({ read: 2, changed: 1, rejectedInAll: 1 });
    expect((await records.get('item', 'B1'))?.body.description).toBe('one');
  });

  it('[M2] the same record twice in the same words is no conflict', async () => {
    const { counts } = await judged(
      'items',
      [anItemCandidate('B1'), anItemCandidate('B1')],
      [anItemCandidate('B1')],
    );
    expect(counts).toEqual({ read: 3, changed: 1, unchanged: 2, rejectedInAll: 0, rejected: [] });
  });

  it('[M2] one GTIN on two items, with and without leading zero: neither is taken', async () => {
    const { counts } = await judged('items', [
      anItemCandidate('B1', gtin('4006381333931')),
      anItemCandidate('B2', { packs: [{ unit: 'XCS', holds: '6', gtin: '04006381333931' }] }),
      anItemCandidate('G1', gtin('4006381333948')),
    ]);
    expect(counts).toMatchObject({ changed: 1, rejectedInAll: 2 });
    expect(counts?.rejected.map(({ reasons }) => reasons)).toEqual([
      ['conflicting: gtin 04006381333931 is also on B2'],
      ['conflicting: gtin 04006381333931 is also on B1'],
    ]);
  });

  it('[M2] a GTIN that leads to a stored item is not taken away from it, and the rest of the transaction goes on', async () => {
    const room = masterDataRoom();
    await room.synced({ items: [[anItemCandidate('I1', gtin('4006381333931'))]] });
    const page = [anItemCandidate('B1', gtin('4006381333931')), anItemCandidate('G1')];
    const { items } = await room.synced({ items: [page] });
    expect(items).toMatchObject({ read: 2, changed: 1, unchanged: 0, rejectedInAll: 1 });
    expect(items?.rejected[0]).toMatchObject({
      id: 'B1',
      reasons: [expect.stringContaining('identifier-taken')],
    });
    const owner = await room.records.findByIdentifier('item', { scheme: 'gtin', value: '4006381333931' });
    expect(owner?.id).toBe('I1');
  });

  it('[M2] a record of which the source no longer makes sense stays as it was', async () => {
    const room = masterDataRoom();
    await room.synced({ suppliers: [[aSupplierCandidate()]] });
    await room.synced({ suppliers: [[without(aSupplierCandidate(), 'name')]] });
    expect((await room.records.get('supplier', 'S1'))?.version).toBe(1);
  });

  it('[M2] terms go on when their item was rejected this time and is known from before', async () => {
    const room = masterDataRoom();
    await room.synced(aWholeSystem);
    const { items, supplierTerms } = await room.synced({
      items: [[without(anItemCandidate('I1'), 'description')]],
      supplierTerms: [[aTermsCandidate('I1', { leadTimeDays: 9 })]],
    });
    expect([items?.rejectedInAll, supplierTerms?.changed]).toEqual([1, 1]);
  });

  it('[M2] all are counted and the first hundred are named', async () => {
    const bad = Array.from({ length: 250 }, (_, n) => anItemCandidate(`B${n}`, { hierarchy: ['a', 'a'] }));
    const { counts } = await judged('items', bad.slice(0, 60), bad.slice(60));
    expect(counts?.rejectedInAll).toBe(250);
    expect(counts?.rejected.map(({ id }) => id)).toEqual(bad.slice(0, 100).map(({ id }) => id));
  });
});
