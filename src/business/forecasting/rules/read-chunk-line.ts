import { forecastLineSchema } from '#core/canonical/forecast.ts';
import { type Micros, micros } from '#core/kernel/decimal.ts';
import { type UnitCode, unitSchema } from '#core/kernel/quantity.ts';
import type { ForecastKind } from '../model.ts';

/** One row that is good by itself, as it stands in a part. */
export interface ChunkLine {
  /** Line in the file. */
  readonly line: number;
  readonly itemId: string;
  readonly locationId: string;
  readonly bucket: string;
  readonly quantity: Micros;
  readonly unit: UnitCode;
  readonly kind: ForecastKind;
  /** The row as text, for quarantine. */
  readonly text: string;
}

const kindSchema = forecastLineSchema.shape.kind;

/** Read a line that the splitter wrote; anything else there is a bug and throws. */
export function readChunkLine(written: string): ChunkLine {
  const [line = '', itemId = '', locationId = '', bucket = '', quantity = '', unit = '', kind = ''] =
    written.split(',');
  return {
    line: Number(line),
    itemId,
    locationId,
    bucket,
    quantity: micros(quantity),
    unit: unitSchema.parse(unit),
    kind: kindSchema.parse(kind),
    text: written.slice(line.length + 1),
  };
}
