import { describe, expect, it } from 'vitest';
import { countsText, eventsOf, selectionOf, selectionText } from '#console/pages/replay/selection.ts';
import { replaySelectionSchema } from '#core/canonical/replay.ts';

const from = '2026-11-19T10:00:00.000Z';
const to = '2026-11-20T10:00:00.000Z';
const zone = { timeZone: 'UTC', locale: 'en-GB' };

describe('[E4] which events a replay is for', () => {
  it.each([
    [{ type: 'purchase-order', id: 'po-1' }],
    [{ from, to }],
    [{ type: 'purchase-order', id: 'po-1', from, to, events: 'order-progressed,order-changed' }],
  ])('[E4] %j is what the API takes', (values) => {
    const chosen = selectionOf(values);
    if (!('selection' in chosen)) throw new Error(chosen.missing);
    expect(replaySelectionSchema.safeParse(chosen.selection).success).toBe(true);
  });

  it.each([
    [{}, 'Give a record, or a time from and to, or both.'],
    [{ type: 'purchase-order' }, 'Give both: what kind of record it is, and its id.'],
    [{ id: 'po-1', from, to }, 'Give both: what kind of record it is, and its id.'],
    [{ from }, 'Give both ends of the time, or neither.'],
    [{ from: to, to: from }, 'The time must end after it begins.'],
    [{ events: 'order-progressed' }, 'Give a record, or a time from and to, or both.'],
  ])('[E4] %j is not complete, and it says what is missing', (values, missing) => {
    expect(selectionOf(values)).toEqual({ missing });
  });

  it('[E4] no names chosen means all that the consumer hears', () => {
    expect(eventsOf({})).toEqual([]);
    expect(eventsOf({ events: '' })).toEqual([]);
    expect(eventsOf({ events: 'a,b' })).toEqual(['a', 'b']);
    expect(selectionOf({ from, to })).toEqual({ selection: { from, to } });
  });

  it('[E4] is told in words', () => {
    expect(selectionText({ entity: { type: 'purchase-order', id: 'po-1' } }, zone)).toBe(
      'Purchase order po-1',
    );
    expect(selectionText({ from, to, events: ['order-progressed'] }, zone)).toBe(
      '19 Nov 2026, 10:00 UTC to 20 Nov 2026, 10:00 UTC; only Order progressed',
    );
    expect(countsText({ read: 10, sent: 10, skipped: 0 })).toBe('10 sent');
    expect(countsText({ read: 10, sent: 6, skipped: 4 })).toBe('6 sent, 4 not for it');
  });
});
