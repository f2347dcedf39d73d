import type { Document } from '#core/canonical/document.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';

/** The columns of a forecast file, in the order in which a row's cells are given. */
export const forecastColumns = ['item', 'location', 'bucket', 'quantity', 'unit', 'kind'] as const;
/** The columns that must be there. */
export const requiredForecastColumns = forecastColumns.slice(0, 5);

/** One row of a file, as text. */
export interface SourceRow {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Cells in the order of the columns asked for; of a row with a fault, its whole text as the only cell. */
  readonly cells: readonly string[];
  /** Why the row could not be taken apart. */
  readonly fault: string | undefined;
}

export type FileToRead = Pick<Document, 'contentKey' | 'manifestKey' | 'fileName' | 'sizeBytes' | 'sha256'>;

export interface FileSummary {
  /** Rows given, good and faulty. */
  readonly rows: number;
}

/**
 * Read a kept file once, in bounded memory, and give its rows in batches as they come; a batch is done with when
 * its promise settles. A problem means that the file as a whole cannot be trusted: nothing given so far may count.
 */
export type ReadRows = (
  file: FileToRead,
  onRows: (rows: readonly SourceRow[]) => Promise<void>,
) => Promise<Result<FileSummary>>;

export interface ForecastingPorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
}
