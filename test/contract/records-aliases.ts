import { expect, it } from 'vitest';
import type { AnyChange } from '#core/kernel/records.ts';
import { codeOf, commitOf, type OpenRecords } from './open-records.ts';
import { itemChange } from './sample-records.ts';

export function aliasContract(opened: () => OpenRecords): void {
  const gtin = (value: string) => ({ scheme: 'gtin', value });
  const withIdentifiers = (id: string, expected: 'absent' | number, ...values: string[]) =>
    itemChange(id, expected, { identifiers: values.map(gtin) });
  const commit = async (...changes: readonly AnyChange[]) =>
    codeOf(await opened().records.commit(commitOf(...changes)));
  const ownerOf = async (value: string) =>
    (await opened().records.findByIdentifier('item', gtin(value)))?.id ?? 'nobody';

  it('[C2] an outside identifier leads to its record', async () => {
    await commit(withIdentifiers('A', 'absent', '1', '2', '2'));
    expect(await ownerOf('2')).toBe('A');
    expect(await ownerOf('3')).toBe('nobody');
    expect(await opened().records.findByIdentifier('supplier', gtin('2'))).toBeUndefined();
  });

  it('[C2] an identifier of one record is refused to another, and nothing of that commit stays', async () => {
    await commit(withIdentifiers('A', 'absent', '1'));
    expect(await commit(withIdentifiers('B', 'absent', '1'), itemChange('C'))).toBe('identifier-taken');
    expect(await commit(withIdentifiers('D', 'absent', '9'), withIdentifiers('E', 'absent', '9'))).toBe(
      'identifier-taken',
    );
    expect(await opened().records.getMany('item', ['B', 'C', 'D', 'E'])).toEqual([]);
    expect(await ownerOf('1')).toBe('A');
  });

  it('[C2] an identifier that leaves its record is free for another', async () => {
    await commit(withIdentifiers('A', 'absent', '1', '2'));
    expect(await commit(withIdentifiers('A', 1, '2'))).toBe('ok');
    expect(await ownerOf('1')).toBe('nobody');
    expect(await commit(withIdentifiers('B', 'absent', '1'))).toBe('ok');
    expect([await ownerOf('1'), await ownerOf('2')]).toEqual(['B', 'A']);
  });

  it('[C2] an identifier moves from one record to another within a commit', async () => {
    await commit(withIdentifiers('A', 'absent', '1'), withIdentifiers('B', 'absent', '2'));
    expect(await commit(withIdentifiers('A', 1, '2'), withIdentifiers('B', 1, '1'))).toBe('ok');
    expect([await ownerOf('1'), await ownerOf('2')]).toEqual(['B', 'A']);
  });

  it('identifiers that stay cost no item of the transaction', async () => {
    const many = Array.from({ length: 20 }, (_, n) => `${n}`);
    expect(await commit(withIdentifiers('A', 'absent', ...many))).toBe('ok');
    const others = Array.from({ length: 11 }, (_, n) => itemChange(`B${n}`));
    expect(await commit(withIdentifiers('A', 1, ...many), ...others)).toBe('ok');
  });
}
