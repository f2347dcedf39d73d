/** The audit as a file for a spreadsheet. Pure. */
import Papa from 'papaparse';
import type { AuditEntry } from '#contracts/client.ts';
import { changeLines } from './changes.ts';

const columns = [
  'at',
  'actor kind',
  'actor',
  'from',
  'action',
  'target',
  'reason',
  'correlation id',
  'changes',
];

/**
 * Spreadsheets run a cell that begins like this as a formula, whatever its author meant. Also after blanks, and in
 * the full-width signs that some of them take for the plain ones.
 */
const formula = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One line an entry, after a line of headings; RFC 4180; a cell that would run as a formula gets an apostrophe. */
export const auditCsv = (entries: readonly AuditEntry[]): string =>
  Papa.unparse([columns, ...entries.map(cellsOf)], { newline: '\r\n', escapeFormulae: formula });

const cellsOf = (entry: AuditEntry): string[] => [
  entry.at,
  entry.actor.kind,
  entry.actor.id,
  entry.from ?? '',
  entry.action,
  entry.target,
  entry.reason ?? '',
  entry.correlationId ?? '',
  changeLines(entry.changes).join('\n'),
];
