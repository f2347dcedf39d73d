import { describe, expect, it } from 'vitest';
import { readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, weeklyRows } from '#test/builders/forecast-file.ts';

describe('a forecast file becomes a release', () => {
  it('[B1] good rows count, bad rows are quarantined with line number, row and reason', async () => {
    const desk = await readyDesk();
    const file = aForecastCsv([
      ...weeklyRows(3),
      aForecastRow({ bucket: '2026-12-14', quantity: '-5' }),
      aForecastRow({ item: 'ITEM-9', bucket: '2026-12-14' }),
    ]);
    const releaseId = await desk.release(file);
    const { body } = await desk.stored(releaseId);
    expect(body.state).toBe('approved');
    expect(body.counts).toEqual({ received: 5, applied: 3, rejected: 0, quarantined: 2, inFlight: 0 });
    expect(await desk.quarantined(releaseId)).toEqual([
      {
        line: 5,
        code: 'quantity-invalid',
        reason: 'the quantity "-5" is negative',
        row: 'ITEM-1,DC-1,2026-12-14,-5,EA,',
      },
      {
        line: 6,
        code: 'item-unknown',
        reason: 'there is no item "ITEM-9"',
        row: 'ITEM-9,DC-1,2026-12-14,40,EA,baseline',
      },
    ]);
    expect(desk.events()).toEqual(
      expect.arrayContaining([
        'document-received',
        'forecast-release-received',
        'forecast-release-validated',
        'forecast-release-approved',
      ]),
    );
    expect(desk.objects.text('work', `releases/${releaseId}/series/0.ndjson`)).toBe(
      '{"itemId":"ITEM-1","locationId":"DC-1","unit":"EA","from":"2026-11-23","quantities":["40","40","40"]}\n',
    );
  });
});
