import { expect, it } from 'vitest';
import type { AnyChange } from '#core/kernel/records.ts';
import { audit, codeOf, commitOf, type OpenRecords } from './open-records.ts';
import { groupChange, itemChange } from './sample-records.ts';

export function limitContract(opened: () => OpenRecords): void {
  const commit = async (...changes: readonly AnyChange[]) =>
    codeOf(await opened().records.commit(commitOf(...changes)));
  const withEvents = (events: readonly unknown[]) => ({ ...itemChange('A'), events }) as AnyChange;
  const bulky = (bytes: number) => ({ name: 'item-changed', data: { itemId: 'A', bulk: 'x'.repeat(bytes) } });

  it('a transaction holds 25 items and not one more', async () => {
    const groups = (count: number) => Array.from({ length: count }, (_, n) => groupChange(`G${n}`));
    expect(await commit(...groups(26))).toBe('commit-too-large');
    expect(await opened().records.get('approval-group', 'G0')).toBeUndefined();
    expect(codeOf(await opened().records.commit({ ...commitOf(...groups(25)), audit }))).toBe(
      'commit-too-large',
    );
    expect(await commit(...groups(25))).toBe('ok');
  });

  it('an event of more than 200 KB is refused, one below is not', async () => {
    expect(await commit(withEvents([bulky(205_000)]))).toBe('event-invalid');
    expect(await opened().records.get('item', 'A')).toBeUndefined();
    expect(await commit(withEvents([bulky(200_000)]))).toBe('ok');
  });

  it('a transaction of more than 4 MB is refused', async () => {
    expect(await commit(withEvents(Array.from({ length: 21 }, () => bulky(200_000))))).toBe(
      'commit-too-large',
    );
  });

  it('[E1] an event that its catalogue entry does not allow is not committed', async () => {
    expect(await commit(withEvents([{ name: 'item-changed', data: {} }]))).toBe('event-invalid');
    expect(await commit(withEvents([{ name: 'location-changed', data: { locationId: 'HAM' } }]))).toBe(
      'event-invalid',
    );
    expect(await opened().records.get('item', 'A')).toBeUndefined();
  });

  it('a body that its schema does not allow is not committed', async () => {
    const change = itemChange('A', 'absent', { description: '' });
    expect(await commit(change)).toBe('record-invalid');
    expect(await commit({ ...itemChange('A'), id: 'B' })).toBe('record-invalid');
    expect(await commit(itemChange('A'), itemChange('A'))).toBe('record-invalid');
    expect(await commit()).toBe('record-invalid');
  });
}
