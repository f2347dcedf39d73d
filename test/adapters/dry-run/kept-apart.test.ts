import { describe, expect, it } from 'vitest';
import { apartInDryRuns, runDry } from '#adapters/dry-run/dry-run.ts';
import type { ItemTable } from '#platform/read-model/item-table.ts';
import type { Step } from '#platform/read-model/ports.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';

/** One dead letter counted for its queue. */
const step: Step = {
  type: 'dead-letter',
  id: 'dl-1',
  before: undefined,
  after: { upTo: 1, version: 1, waiting: [], names: [] },
  additions: [
    { counted: 'dead-letters', day: '2026-11-16', of: { queue: 'invoices' }, numerator: 1, denominator: 0 },
  ],
  waiting: [],
  names: [],
};

describe('what a process remembers of its writes', () => {
  it('[O4] a rehearsal leaves nothing behind: what it only noted is written when the event really comes', async () => {
    const table = memoryItemTable();
    let dry = true;
    const through: ItemTable = {
      ...table,
      write: (writes) => (dry ? memoryItemTable() : table).write(writes),
    };
    const readModel = apartInDryRuns(() => readModelIn(through));
    await runDry(() => readModel().apply(step));
    dry = false;
    await readModel().apply(step);
    const values = table.items().filter(({ pk }) => pk === 'VALUES#dead-letters#queue');
    expect(values.map(({ sk }) => sk)).toEqual(['invoices']);
  });

  it('[O4] one dry run has one memory, another one another, and everything else the shared one', async () => {
    const memory = apartInDryRuns(() => new Set<string>());
    memory().add('real');
    const { settled } = await runDry(async () => {
      memory().add('dry');
      return [...memory()];
    });
    expect(settled).toMatchObject({ value: ['dry'] });
    expect((await runDry(async () => [...memory()])).settled).toMatchObject({ value: [] });
    expect([...memory()]).toEqual(['real']);
  });
});
