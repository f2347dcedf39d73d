import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximum } from '#core/kernel/decimal.ts';
import { anItemCandidate } from '#test/builders/a-master-data-source.ts';
import { masterDataRoom } from '#test/builders/master-data-room.ts';

/** Ten ids, three contents each, some of them bad: repetitions and conflicts are the rule. */
const candidate = fc
  .record({
    id: fc.integer({ min: 0, max: 9 }),
    content: fc.integer({ min: 0, max: 2 }),
    cyclic: fc.boolean(),
    product: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined, freq: 5 }),
  })
  .map(({ id, content, cyclic, product = id }) =>
    anItemCandidate(`I${id}`, {
      description: `content ${content}`,
      hierarchy: cyclic && content === 0 ? ['a', 'a'] : ['a', 'b'],
      identifiers: [{ scheme: 'tryton:product', value: String(product) }],
    }),
  );
const pages = fc.array(fc.array(candidate, { maxLength: 30 }), { maxLength: 4 });

describe('whatever a system gives', () => {
  it('[M2] every record read is changed, unchanged or rejected, and every rejection has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (items) => {
        const counts = (await masterDataRoom().synced({ items })).items;
        const read = items.flat().length;
        const { changed = 0, unchanged = 0, rejectedInAll = 0, rejected = [] } = counts ?? {};
        expect(counts?.read).toBe(read);
        expect(changed + unchanged + rejectedInAll).toBe(read);
        expect(Math.min(changed, unchanged, rejectedInAll)).toBeGreaterThanOrEqual(0);
        expect(rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
      }),
    );
  });

  it('[M1] pulling the same again writes nothing and rejects the same', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (items) => {
        const room = masterDataRoom();
        const first = (await room.synced({ items })).items;
        const told = room.told();
        const again = (await room.synced({ items })).items;
        expect(again).toMatchObject({ changed: 0, rejected: first?.rejected });
        expect(room.told()).toEqual(told);
      }),
    );
  });

  it('[C2] in whatever order versions arrive, the newest stands', async () => {
    const versions = fc.array(fc.bigInt({ min: 0n, max: 10n ** 30n }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(versions, async (arriving) => {
        const room = masterDataRoom();
        for (const version of arriving) {
          const description = `as of ${version}`;
          await room.synced({ items: [[anItemCandidate('I1', { description }, String(version))]] });
        }
        const newest = arriving.reduce((a, b) => maximum(a, b));
        expect((await room.records.get('item', 'I1'))?.body.description).toBe(`as of ${newest}`);
      }),
    );
  });
});
