import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditLimits, changedFields } from '#platform/journal/changed-fields.ts';

describe('what a write changed', () => {
  it('[A5] tells each value that differs, before and after, and no other', () => {
    const before = { id: 'A', state: 'open', lines: [{ quantity: '5', note: 'x' }], tags: [] };
    const after = {
      id: 'A',
      state: 'closed',
      lines: [{ quantity: '4', note: 'x' }, { quantity: '1' }],
      tags: [],
    };
    expect(changedFields(before, after)).toEqual({
      fields: [
        { path: '/state', before: '"open"', after: '"closed"' },
        { path: '/lines/0/quantity', before: '"5"', after: '"4"' },
        { path: '/lines/1/quantity', after: '"1"' },
      ],
      cut: false,
    });
  });

  it('[A5] of what is new all is after, of what is gone all is before', () => {
    expect(changedFields(undefined, { a: 1, b: [] }).fields).toEqual([
      { path: '/a', after: '1' },
      { path: '/b', after: '[]' },
    ]);
    expect(changedFields({ a: { b: null } }, undefined).fields).toEqual([{ path: '/a/b', before: 'null' }]);
    expect(changedFields({ a: 1, b: 2 }, { a: 1 }).fields).toEqual([{ path: '/b', before: '2' }]);
  });

  it('[A5] says so when there is more than it tells', () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`f${n}`, n]));
    const told = changedFields({}, many);
    expect(told.fields).toHaveLength(auditLimits.fieldsPerRecord);
    expect(told.cut).toBe(true);
    expect(changedFields({}, { ...many, f40: undefined }).cut).toBe(true);
    const { f40: _, ...forty } = many;
    expect(changedFields(undefined, forty).cut).toBe(false);

    const long = changedFields({ text: 'short' }, { text: 'x'.repeat(300) });
    expect(long.fields[0]?.after).toHaveLength(auditLimits.charactersPerValue);
    expect(long.fields[0]?.after?.endsWith('…')).toBe(true);
    expect(long.cut).toBe(true);
  });

  it('[A5] keys of consumers and tokens of workflows are told to nobody', () => {
    const key = 'a'.repeat(64);
    const told = changedFields(
      { apiKeys: [{ id: 'k1', sha256: key }] },
      { apiKeys: [{ id: 'k2', sha256: 'b'.repeat(64) }], taskToken: 'tok', waits: { taskToken: 'tok' } },
    );
    expect(told.fields.map(({ path }) => path)).toEqual(['/apiKeys/0/id']);
  });

  it('[A5] the hash of a document is no secret', () => {
    expect(changedFields(undefined, { content: { sha256: 'c' } }).fields).toHaveLength(1);
  });

  it('[A5] what is equal has no changes, and what is told is what differs', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => ({ value }));
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(changedFields(before, structuredClone(before)).fields).toEqual([]);
        const { fields, cut } = changedFields(before, after);
        if (JSON.stringify(before) === JSON.stringify(after)) expect(fields).toEqual([]);
        if (!cut) for (const field of fields) expect(field.before).not.toBe(field.after);
        if (fields.length === auditLimits.fieldsPerRecord) return;
        const back = changedFields(after, before);
        expect(back.fields.map(({ path }) => path).sort()).toEqual(fields.map(({ path }) => path).sort());
      }),
    );
  });
});
