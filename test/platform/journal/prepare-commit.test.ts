import { describe, expect, it } from 'vitest';
import type { Commit } from '#core/kernel/records.ts';
import type { CurrentRecord, PreparedCommit } from '#platform/journal/model.ts';
import { prepareCommit } from '#platform/journal/prepare-commit.ts';
import { aGroup, anItem, groupChange, itemChange } from '#test/contract/sample-records.ts';

const at = '2026-11-23T08:00:00.000Z';
const correlationId = 'cor-12345678';
const prepare = (
  commit: Partial<Commit>,
  current: Record<string, Partial<CurrentRecord>> = {},
): PreparedCommit => {
  const known = new Map(
    Object.entries(current).map(([key, record]) => [
      key,
      {
        ...{ version: 1, eventSequence: 0, correlationId, identifiers: [] },
        ...{ updatedAt: '2026-11-23T07:00:00.000Z', body: anItem('A'), ...record },
      },
    ]),
  );
  const prepared = prepareCommit({ changes: [], correlationId, ...commit }, known, at, () => 'audit-1');
  if (!prepared.ok) throw new Error(`${prepared.problem.code}: ${prepared.problem.detail}`);
  return prepared.value;
};

describe('prepareCommit', () => {
  it('[E2] versions and sequences go on from what is there', () => {
    const current = { 'item#A': { version: 4, eventSequence: 9 } };
    const { heads, events } = prepare({ changes: [itemChange('A', 4)] }, current);
    expect(heads[0]).toMatchObject({ expect: 4, version: 5, eventSequence: 10, updatedAt: at });
    expect(events.map(({ envelope }) => [envelope.id, envelope.sequence])).toEqual([['item/A/10', '10']]);
  });

  it('[O1] an event carries correlation and cause; a record keeps the correlation it began with', () => {
    const current = { 'item#A': { correlationId: 'cor-the-first' } };
    const { heads, events } = prepare({ changes: [itemChange('A', 1)], causationId: 'doc-1' }, current);
    expect(heads[0]?.correlationId).toBe('cor-the-first');
    expect(events[0]?.envelope).toMatchObject({ correlationid: correlationId, causationid: 'doc-1' });
  });

  it('a record without events keeps its sequence', () => {
    const current = { 'approval-group#G': { eventSequence: 3 } };
    const { heads, events } = prepare({ changes: [groupChange('G', 1)] }, current);
    expect([heads[0]?.eventSequence, events]).toEqual([3, []]);
  });

  it('[A5] the audit entry names the records written with it, and the versions they got', () => {
    const audit = {
      actor: { kind: 'consumer', id: 'planner' } as const,
      action: 'approve-proposal',
      target: { type: 'item', id: 'A' } as const,
    };
    const { audit: entry } = prepare({ changes: [itemChange('A', 1)], audit }, { 'item#A': {} });
    expect(entry).toMatchObject({ ...audit, auditId: 'audit-1', at, changes: [{ id: 'A', version: 2 }] });
  });

  it('[A5] the audit entry tells what the write changed, each record before and after', () => {
    const audit = {
      actor: { kind: 'person', id: 'steward-1' } as const,
      action: 'correct-item',
      target: { type: 'item', id: 'A' } as const,
    };
    const changes = [itemChange('A', 1, { baseUnit: 'KGM' }), groupChange('G')];
    const { audit: entry } = prepare({ changes, audit }, { 'item#A': { body: anItem('A') } });
    expect(entry?.changes[0]).toMatchObject({
      fields: [{ path: '/baseUnit', before: '"EA"', after: '"KGM"' }],
      cut: false,
    });
    expect(entry?.changes[1]?.fields).toContainEqual({ path: '/id', after: '"G"' });
  });

  it('[E4] by time, as by sequence, no event of a record comes before an earlier one: clocks differ', () => {
    const later = '2026-11-23T08:00:01.500Z';
    const { heads, events } = prepare({ changes: [itemChange('A', 1)] }, { 'item#A': { updatedAt: later } });
    expect([heads[0]?.updatedAt, events[0]?.envelope.time]).toEqual([later, later]);
  });

  it('a record stands in the lists that its body says, each in its place', () => {
    const { heads } = prepare({
      changes: [groupChange('G'), groupChange('H', 'absent', { state: 'decided' })],
    });
    expect(heads[0]?.places).toEqual([
      { partition: expect.stringMatching(/^approval-groups#run-1#[01]$/), sort: 'G' },
      { partition: 'approvals-due##0', sort: '2026-11-24T08:00:00.000Z#G' },
    ]);
    expect(heads[1]?.places[1]).toBeUndefined();
  });

  it('what is stored shares nothing with what the caller holds, and knows no undefined', () => {
    const body = aGroup('G', { dueAt: undefined } as never);
    const { heads } = prepare({ changes: [{ type: 'approval-group', id: 'G', expect: 'absent', body }] });
    expect(heads[0]?.body).not.toBe(body);
    expect('dueAt' in (heads[0]?.body ?? {})).toBe(false);
  });

  it('[C2] an alias that moves is one claim, which its former owner allows', () => {
    const identifier = { scheme: 'gtin', value: '1' };
    const { aliases } = prepare(
      { changes: [itemChange('A', 1), itemChange('B', 1, { identifiers: [identifier] })] },
      { 'item#A': { identifiers: [identifier] }, 'item#B': {} },
    );
    expect(aliases).toEqual([{ kind: 'claim', type: 'item', identifier, id: 'B', from: ['B', 'A'] }]);
  });

  it.each([
    ['record-changed', { changes: [itemChange('A', 2)] }],
    ['record-changed', { changes: [itemChange('A')] }],
    ['record-invalid', { changes: [itemChange('A', 1, { packs: [{ unit: 'XCS', holds: '1e3' }] })] }],
    ['event-invalid', { changes: [itemChange('A', 1)], correlationId: 'short' }],
  ] satisfies readonly [string, Partial<Commit>][])('answers %s', (code, commit) => {
    expect(() => prepare(commit, { 'item#A': {} })).toThrow(code);
  });

  it('says what is wrong with a body, and where', () => {
    const body = { ...anItem('A'), baseUnit: 'pieces' } as never;
    expect(() => prepare({ changes: [{ type: 'item', id: 'A', expect: 'absent', body }] })).toThrow(
      /record-invalid: item A: \/baseUnit Invalid option/,
    );
  });
});
