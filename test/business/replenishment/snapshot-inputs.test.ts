import { describe, expect, test } from 'vitest';
import { chooseTerms } from '#business/replenishment/choose-terms.ts';
import { runIdOf, runKeys } from '#business/replenishment/model.ts';
import { openSupplyOf } from '#business/replenishment/open-supply.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aPosition, replenishmentRoom, someTerms } from '#test/builders/replenishment-room.ts';

const storedTerms = (
  supplierId: string,
  differing: Partial<RecordBody<'supplier-terms'>> = {},
): StoredRecord<'supplier-terms'> => {
  const body = someTerms('I1', { supplierId, ...differing });
  return { type: 'supplier-terms', id: body.id, version: 1, body, correlationId: 'cor-1', updatedAt: '' };
};
const chosen = (...candidates: StoredRecord<'supplier-terms'>[]) =>
  chooseTerms(candidates, '2026-11-23')?.body.supplierId;

describe('terms an item is bought under', () => {
  test('[M4] of the valid ones the first by priority, then by supplier', () => {
    expect(chosen(storedTerms('S2', { priority: 2 }), storedTerms('S9', { priority: 1 }))).toBe('S9');
    expect(chosen(storedTerms('S3'), storedTerms('S2'))).toBe('S2');
  });
  test('[M4] terms that ended yesterday or begin tomorrow give way to later priorities', () => {
    const second = storedTerms('S9', { priority: 9, validFrom: '2026-11-23', validTo: '2026-11-23' });
    expect(chosen(storedTerms('S1', { validTo: '2026-11-22' }), second)).toBe('S9');
    expect(chosen(storedTerms('S1', { validFrom: '2026-11-24' }), second)).toBe('S9');
  });
  test('[R2] where none is valid the first stands, so that the refusal can say why', () => {
    expect(
      chosen(
        storedTerms('S2', { priority: 2, validTo: '2026-01-02' }),
        storedTerms('S1', { validTo: '2026-01-02' }),
      ),
    ).toBe('S1');
    expect(chosen()).toBeUndefined();
  });
});

describe('open supply', () => {
  const stored = (body: RecordBody<'purchase-order'>): StoredRecord<'purchase-order'> => ({
    type: 'purchase-order',
    id: body.id,
    version: 3,
    body,
    correlationId: 'cor-1',
    updatedAt: '',
  });
  const dated = (dates: { firstPromisedDate?: string; lastPromisedDate?: string }, openQuantity = '480') => {
    const [line] = aPurchaseOrder().lines;
    if (!line) throw new Error('the usual order has a line');
    return openSupplyOf([stored(aPurchaseOrder({ lines: [{ ...line, ...dates, openQuantity }] }))]).get('I1');
  };
  test('[R10] the latest confirmed date counts, the requested one only until something is promised', () => {
    expect(dated({})).toMatchObject([{ expectedDate: '2026-12-07', version: 3, state: 'requested' }]);
    expect(dated({ firstPromisedDate: '2026-12-09' })).toMatchObject([{ expectedDate: '2026-12-09' }]);
    expect(dated({ firstPromisedDate: '2026-12-09', lastPromisedDate: '2026-12-16' })).toMatchObject([
      { expectedDate: '2026-12-16' },
    ]);
  });
  test('[R10] a line that is received or cancelled brings nothing', () =>
    expect(dated({}, '0')).toBeUndefined());
});

test('[R4] every input is kept with the version it was read at, in the partition of its forecast', async () => {
  const room = replenishmentRoom();
  await room.stock('I1', 'I2');
  const position = aPosition('I1', 'HAM', { onHand: '77' });
  await room.put({ type: 'inventory-position', id: position.id, expect: 1, body: position });
  await room.put({
    type: 'purchase-order',
    id: 'po-1',
    expect: 'absent',
    body: aPurchaseOrder({ locationId: 'HAM', state: 'confirmed' }),
  });
  await room.put({
    type: 'purchase-order',
    id: 'po-2',
    expect: 'absent',
    body: aPurchaseOrder({ id: 'po-2', locationId: 'HAM', state: 'refused' }),
  });
  await room.release('fr-1', [{}]);
  unwrap(await room.prepare('fr-1'));
  const keys = room.objects.keys('work', `runs/${runIdOf('fr-1')}/inputs/`);
  const lines = keys.flatMap((key) => room.objects.text('work', key).trim().split('\n'));
  const inputs = lines.map((line) => JSON.parse(line));
  expect(inputs).toHaveLength(4);
  const mine = inputs.find(({ itemId, locationId }) => itemId === 'I1' && locationId === 'HAM');
  expect(mine).toMatchObject({
    position: { version: 2, onHand: '77' },
    policy: { version: 1 },
    supply: [{ purchaseOrderId: 'po-1', version: 1, openQuantity: '480' }],
  });
  const masters = room.objects
    .text('work', runKeys.masters(runIdOf('fr-1')))
    .trim()
    .split('\n');
  expect(masters.map((line) => JSON.parse(line).kind)).toEqual([
    'location',
    'location',
    'supplier',
    'item',
    'item',
  ]);
});

test('[R2] a forecast for an item-location nobody knows is refused with its reason, and counted', async () => {
  const room = replenishmentRoom();
  await room.stock('I1');
  await room.release('fr-1', [{}, { itemId: 'I9' }, { locationId: 'XXX' }]);
  const { runId } = await room.proposeAll('fr-1');
  const run = await room.records.get('replenishment-run', runId);
  expect(run?.body.counts).toMatchObject({ itemLocations: 3, refused: 2, adjusted: 1 });
  const keys = room.objects.keys('work', `runs/${runId}/decisions/`);
  const records = keys
    .flatMap((key) => room.objects.text('work', key).split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const refusals = records
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ verdicts }) => verdicts.at(-1).because);
  expect(refusals.sort()).toEqual(['Item I9 is not known.', 'Location XXX is not known.']);
});
