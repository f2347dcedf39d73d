import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import type { DocumentPort, SystemDocument, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import {
  codeOf,
  type DocumentsUnderTest,
  newReference,
  only,
  provoked,
  type SystemUnderTest,
} from './system-under-test.ts';

/** What holds for every kind of document. */
export function documentContract<D>(
  kind: string,
  subject: () => SystemUnderTest,
  portOf: (system: SystemOfRecord) => DocumentPort<D>,
  documentsOf: (subject: SystemUnderTest) => DocumentsUnderTest<D>,
): void {
  describe(kind, () => {
    const port = () => portOf(subject().system);
    const one = () => documentsOf(subject()).one();
    const create = async (document: D, reference: string): Promise<SystemDocument> =>
      unwrap(await port().createDraft(document, reference));
    const found = async (reference: string) => unwrap(await port().findByReference(reference));
    /** What is to be seen at the latest when the declared delay is over. */
    const seen = async (reference: string, isThere: (documents: readonly SystemDocument[]) => boolean) => {
      const until = Date.now() + port().capabilities.longestCommitDelaySeconds * 1000;
      for (;;) {
        const documents = await found(reference);
        if (isThere(documents) || Date.now() > until) return documents;
        await pause(100);
      }
    };

    it('[X1] it has no effect until it is confirmed, and is found by its whole reference at once', async () => {
      const reference = newReference();
      const document = await one();
      const created = await create(document, reference);
      expect(created.state).toBe(port().capabilities.hasDrafts ? 'draft' : 'confirmed');
      expect(only(await found(reference))).toMatchObject({
        nativeId: created.nativeId,
        state: created.state,
      });
      expect(await found(reference.slice(0, -1))).toEqual([]);
      const confirmed = unwrap(await port().confirm(created.nativeId, document));
      expect(confirmed).toMatchObject({ nativeId: created.nativeId, state: 'confirmed' });
      expect(confirmed.number).toMatch(/./);
      expect(only(await found(reference))).toMatchObject({ state: 'confirmed', number: confirmed.number });
      expect(unwrap(await port().read(created.nativeId))).toMatchObject({ reference, state: 'confirmed' });
    });

    it('[X2] an unknown reference finds nothing, and an unknown document reads as none', async () => {
      expect(await found(newReference())).toEqual([]);
      expect(unwrap(await port().read('2147483000'))).toBeUndefined();
    });

    it('[X2] confirming again, one after the other or at once, confirms one', async () => {
      const reference = newReference();
      const document = await one();
      const { nativeId } = await create(document, reference);
      const results = await Promise.all([1, 2, 3, 4].map(() => port().confirm(nativeId, document)));
      expect(results.some(({ ok }) => ok)).toBe(true);
      const again = unwrap(await port().confirm(nativeId, document));
      expect(only(await found(reference))).toEqual(again);
    });

    it('[X2] a second create under one reference is what the adapter declares', async () => {
      const reference = newReference();
      const document = await one();
      const first = await create(document, reference);
      const second = await create(document, reference);
      const ids = (await found(reference)).map(({ nativeId }) => nativeId).sort();
      const isTaken = port().capabilities.repeats.create === 'lookupOnly';
      if (isTaken) expect(ids).toEqual([first.nativeId, second.nativeId].sort());
      else expect(second.nativeId).toBe(first.nativeId);
    });

    it('[X2] a discarded draft is gone, can be discarded again and never be confirmed', async () => {
      if (!port().capabilities.hasDrafts) return;
      const reference = newReference();
      const document = await one();
      const { nativeId } = await create(document, reference);
      expect(codeOf(await port().discardDraft(nativeId))).toBe('ok');
      expect(codeOf(await port().discardDraft(nativeId))).toBe('ok');
      expect((await found(reference)).filter(({ state }) => state !== 'cancelled')).toEqual([]);
      expect(codeOf(await port().confirm(nativeId, document))).toBe('system-refused');
    });

    it('[X2] what is confirmed cannot be discarded', async () => {
      const reference = newReference();
      const document = await one();
      const { nativeId } = await create(document, reference);
      unwrap(await port().confirm(nativeId, document));
      expect(codeOf(await port().discardDraft(nativeId))).toBe('system-refused');
      expect(only(await found(reference)).state).toBe('confirmed');
    });

    provoked(
      '[X1] an answer lost after it was made is an unknown outcome, and it is found in time',
      () => subject().losingAnswers,
      async (losing) => {
        const reference = newReference();
        const document = await one();
        const line = portOf(losing);
        expect(codeOf(await line.createDraft(document, reference))).toBe('outcome-unknown');
        const { nativeId } = only(await seen(reference, ({ length }) => length > 0));
        if (!line.capabilities.hasDrafts) return;
        expect(codeOf(await line.confirm(nativeId, document))).toBe('outcome-unknown');
        const documents = await seen(reference, ([known]) => known?.state === 'confirmed');
        expect(only(documents).state).toBe('confirmed');
      },
    );

    provoked(
      '[X1] a refused part refuses the whole, in words, and nothing takes effect',
      () => documentsOf(subject()).refused,
      async (refusedOne) => {
        const reference = newReference();
        const document = await refusedOne();
        const created = await port().createDraft(document, reference);
        const refused = created.ok ? await port().confirm(created.value.nativeId, document) : created;
        expect(codeOf(refused)).toBe('system-refused');
        if (!refused.ok) expect(refused.problem.detail).toMatch(/\w+ \w+/);
        expect((await found(reference)).some(({ state }) => state === 'confirmed')).toBe(false);
      },
    );

    provoked(
      '[X1] a system that does not listen is unavailable, which promises that nothing happened',
      () => subject().down,
      async (down) => {
        const reference = newReference();
        const document = await one();
        const line = portOf(down);
        expect(codeOf(await line.createDraft(document, reference))).toBe('system-unavailable');
        expect(codeOf(await line.findByReference(reference))).toBe('system-unavailable');
        expect(codeOf(await line.confirm('1', document))).toBe('system-unavailable');
        expect(codeOf(await line.discardDraft('1'))).toBe('system-unavailable');
        expect(await found(reference)).toEqual([]);
      },
    );

    provoked(
      '[X3] a system that asks for fewer calls is throttled, which promises that nothing happened',
      () => subject().throttled,
      async (throttled) => {
        const reference = newReference();
        expect(codeOf(await portOf(throttled).createDraft(await one(), reference))).toBe('system-throttled');
        expect(await found(reference)).toEqual([]);
      },
    );

    provoked(
      '[X1] what changed since it was read is stale, and does not take effect',
      () => subject().stale,
      async (stale) => {
        const reference = newReference();
        const document = await one();
        const { nativeId } = await create(document, reference);
        expect(codeOf(await portOf(stale).confirm(nativeId, document))).toBe('system-stale');
        expect(only(await found(reference)).state).toBe('draft');
      },
    );
  });
}
