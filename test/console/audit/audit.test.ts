import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { listAuditEntries } from '#api/routes/audit.ts';
import { changeLines, changesText, valueText } from '#console/pages/audit/changes.ts';
import { collect } from '#console/pages/audit/collect.ts';
import { auditCsv } from '#console/pages/audit/csv.ts';
import { actorKey, matcherOf, questionOf, targetParts, utcDay } from '#console/pages/audit/question.ts';
import { auditPathOf } from '#console/parts/entity-paths.ts';
import type { AuditEntry } from '#contracts/client.ts';

const anEntry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 'au-1',
  at: '2026-11-21T08:00:00.000Z',
  action: 'approve-proposal',
  actor: { kind: 'person', id: 'buyer@example.com' },
  target: 'proposal#pr-1',
  reason: 'They called.',
  from: '192.0.2.17',
  correlationId: 'c-1',
  changes: [],
  ...change,
});

const today = '2026-11-21';
const rows = (csv: string): string[][] => Papa.parse<string[]>(csv).data;

describe('[A5] what the audit is asked for', () => {
  it('[A5] asks for today when nothing is chosen, else for the narrowest of what is', () => {
    expect(questionOf({}, today)).toEqual({ day: today });
    expect(questionOf({ day: '2026-11-02' }, today)).toEqual({ day: '2026-11-02' });
    expect(questionOf({ day: '2026-11-02', actor: 'function:x' }, today)).toEqual({ actor: 'function:x' });
    expect(questionOf({ actor: 'function:x', target: 'exception#ex-1' }, today)).toEqual({
      target: 'exception#ex-1',
    });
  });

  it('[A5] every question is one that the API takes', () => {
    for (const filters of [
      {},
      { day: today },
      { target: 'setting#partner:acme' },
      { actor: 'buyer@example.com' },
    ]) {
      const { query } = listAuditEntries;
      expect(query.safeParse(questionOf(filters, today)).success).toBe(true);
    }
  });

  it('[A5] the link on a record leads to its audit', () => {
    const target =
      new URL(auditPathOf('exception', 'ex-1'), 'http://console').searchParams.get('target') ?? '';
    expect(questionOf({ target }, today)).toEqual({ target: 'exception#ex-1' });
  });

  it('[A5] what the API was not asked for is looked for in what it answered', () => {
    const filters = { target: 'proposal#pr-1', day: today, actor: 'buyer@example.com', action: 'Approve' };
    const matches = matcherOf(filters, questionOf(filters, today));
    expect(matches?.(anEntry())).toBe(true);
    expect(matches?.(anEntry({ at: '2026-11-20T23:59:59.999Z' }))).toBe(false);
    expect(matches?.(anEntry({ actor: { kind: 'function', id: 'buyer@example.com' } }))).toBe(false);
    expect(matches?.(anEntry({ action: 'reject-proposal' }))).toBe(false);
    expect(matcherOf({ day: today }, { day: today })).toBeUndefined();
  });

  it('[A5] an entry leads to what it is about, settings to the partner or system they are of', () => {
    expect(targetParts('proposal#pr-1').path).toBe('/proposals/pr-1');
    expect(targetParts('setting#partner:acme').path).toBe('/partners/acme');
    expect(targetParts('setting#system:tryton').path).toBe('/systems/tryton');
    expect(targetParts('setting#routing')).toEqual({ type: 'setting', id: 'routing', path: undefined });
    expect(actorKey(anEntry())).toBe('person:buyer@example.com');
    expect(utcDay(new Date('2026-11-21T23:30:00-05:00'))).toBe('2026-11-22');
  });
});

describe('[A5] before and after', () => {
  const change = {
    record: 'proposal#pr-1',
    version: 4,
    fields: [
      { path: 'state', before: '"waiting"', after: '"approved"' },
      { path: 'decision.by', after: '"buyer"' },
    ],
    cut: false,
  };

  it('[A5] values are read as people write them, also those that were cut short', () => {
    expect(valueText('"waiting"')).toBe('waiting');
    expect(valueText('480')).toBe('480');
    expect(valueText('{"a":1')).toBe('{"a":1');
    expect(valueText(undefined)).toBeUndefined();
  });

  it('[A5] says how much changed, and that there is more', () => {
    expect(changesText([change])).toBe('2 fields');
    expect(changesText([{ ...change, fields: change.fields.slice(0, 1) }])).toBe('1 field');
    expect(changesText([{ ...change, cut: true }])).toBe('More than 2 fields');
    expect(changeLines([{ ...change, cut: true }])).toEqual([
      'proposal#pr-1 v4: state: "waiting" → "approved"',
      'proposal#pr-1 v4: decision.by: – → "buyer"',
      'proposal#pr-1 v4: and more',
    ]);
  });
});

describe('[A5] the audit as a file', () => {
  it('[A5] has headings, a line an entry, and what changed', () => {
    const csv = auditCsv([anEntry({ reason: 'He said "go", then\nleft' })]);
    const [headings, line] = rows(csv);
    expect(headings?.slice(0, 3)).toEqual(['at', 'actor kind', 'actor']);
    expect(line?.[6]).toBe('He said "go", then\nleft');
    expect(csv.endsWith('\r\n')).toBe(false);
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '=cmd\nnext line', ' =1+1', '＝1+1'])(
    '[A5] a reason such as %j is no formula in a spreadsheet',
    (reason) => {
      const [, line] = rows(auditCsv([anEntry({ reason })]));
      expect(line?.[6]).toBe(`'${reason}`);
    },
  );

  it('[A5] no text of anybody begins a formula, and none is changed otherwise', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('=', '+', '-', '@', '\t').chain((sign) => fc.string().map((rest) => sign + rest)),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (reasons) => {
        const [, ...lines] = rows(auditCsv(reasons.map((reason) => anEntry({ reason, target: reason }))));
        expect(lines).toHaveLength(reasons.length);
        for (const [index, line] of lines.entries()) {
          for (const cell of line) expect(cell).not.toMatch(/^\s*[=+\-@]/);
          const plain = (line[6] ?? '').replace(/^'/, '');
          expect([reasons[index], (reasons[index] ?? '').replace(/^'/, '')]).toContain(plain);
        }
      }),
    );
  });
});

describe('[A5] fetching all pages', () => {
  const pages = (sizes: readonly number[]) => (cursor: string | undefined) => {
    const at = Number(cursor ?? 0);
    const entries = Array.from({ length: sizes[at] ?? 0 }, (_, index) => `${at}-${index}`);
    const nextCursor = at + 1 < sizes.length ? { nextCursor: String(at + 1) } : {};
    return Promise.resolve({
      data: { entries, ...nextCursor },
      etag: undefined,
      correlationId: '',
      replayed: false,
    });
  };

  it('[A5] goes to the end, and tells how far it is', async () => {
    const seen: number[] = [];
    const all = await collect(pages([2, 2, 1]), { onProgress: (count) => seen.push(count) });
    expect(all).toEqual({ rows: ['0-0', '0-1', '1-0', '1-1', '2-0'], end: 'all' });
    expect(seen).toEqual([2, 4, 5]);
  });

  it('[A5] stops at the most a file takes, and says that there is more', async () => {
    expect(await collect(pages([2, 2, 2]), { most: 3 })).toEqual({ rows: ['0-0', '0-1', '1-0'], end: 'cut' });
    expect((await collect(pages([2, 2]), { most: 4 })).end).toBe('all');
    expect((await collect(pages([2, 2, 1]), { most: 4 })).end).toBe('cut');
  });

  it('[A5] keeps what matches, and stops when the person does', async () => {
    const matches = (row: string) => row.endsWith('-0');
    expect((await collect(pages([2, 2]), { matches })).rows).toEqual(['0-0', '1-0']);
    const stop = new AbortController();
    const stopped = await collect(pages([1, 1, 1]), {
      signal: stop.signal,
      onProgress: (count) => count === 2 && stop.abort(),
    });
    expect(stopped).toEqual({ rows: ['0-0', '1-0'], end: 'stopped' });
  });
});
