import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const WEEKS = 13;
const LOCATIONS = 50;
const FIRST_MONDAY = Date.parse('2026-11-23T00:00:00Z');
const PIECE = 1 << 20;

/** Write a forecast file of so many rows, one in a thousand of them bad; streamed, and the same every time. */
export async function generateForecast(path: string, rows: number): Promise<void> {
  const buckets = Array.from({ length: WEEKS }, (_, week) =>
    new Date(FIRST_MONDAY + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const file = createWriteStream(path);
  let text = 'item,location,bucket,quantity,unit,kind\n';
  for (let row = 0; row < rows; row += 1) {
    const series = Math.floor(row / WEEKS);
    const item = `ITEM-${100_000 + Math.floor(series / LOCATIONS)}`;
    const location = `DC-${10 + (series % LOCATIONS)}`;
    const quantity = row % 1000 === 999 ? '-1' : `${(row * 7919) % 2000}${row % 7 === 0 ? '.5' : ''}`;
    text += `${item},${location},${buckets[row % WEEKS]},${quantity},EA,${row % 20 === 0 ? 'promotion' : 'baseline'}\n`;
    if (text.length < PIECE) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}
