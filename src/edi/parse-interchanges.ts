import type { ReadResult } from './codec/interchange.ts';
import type { ReadOptions } from './codec/interchange-reader.ts';
import { parseEdifact } from './edifact/parse-interchanges.ts';
import { parseX12 } from './x12/parse-interchanges.ts';

/** Which syntax some data is in, by the first ISA, UNA, UNB or UNH in its first kilobyte. */
export function syntaxOf(start: Uint8Array): 'x12' | 'edifact' | undefined {
  const text = Buffer.from(start.subarray(0, 1024)).toString('latin1');
  const x12 = text.search(/ISA[^A-Za-z0-9]/);
  const edifact = text.search(/UN[ABGH][^A-Za-z0-9]/);
  if (x12 < 0 && edifact < 0) return undefined;
  return edifact < 0 || (x12 >= 0 && x12 < edifact) ? 'x12' : 'edifact';
}

/** Read data of either syntax; `undefined` when it is neither. */
export function parseInterchanges(data: Uint8Array, options?: ReadOptions): ReadResult | undefined {
  switch (syntaxOf(data)) {
    case 'x12':
      return parseX12([data], options);
    case 'edifact':
      return parseEdifact([data], options);
    case undefined:
      return undefined;
  }
}
