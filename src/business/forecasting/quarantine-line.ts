import type { QuarantinedRow } from './model.ts';
import type { RowFault } from './row-faults.ts';

const MOST_TEXT = 1000;

/**
 * A quarantined row as one line of NDJSON: JSON text, so that no sheet takes its values for formulas. The line
 * number comes first: it is what quarantine objects are merged by.
 */
export function quarantineLine(line: number, { code, reason }: RowFault, row: string): string {
  const entry: QuarantinedRow = { line, code, reason, row: row.slice(0, MOST_TEXT).toWellFormed() };
  return `${JSON.stringify(entry)}\n`;
}

/** The line number of a quarantined row, without reading the whole of it. */
export const lineNumberOf = (entry: string): number => Number.parseInt(entry.slice('{"line":'.length), 10);
