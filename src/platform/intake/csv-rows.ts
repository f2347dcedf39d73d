import Papa from 'papaparse';
import { FileRefused } from './file-refused.ts';
import type { ParsedLines, Row, RowParser, TableShape } from './table.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Rows of comma-separated lines. A row is one line: no cell of a table of ours holds a line break, and so a stray
 * quote costs its own line and not the rest of the file. Blank lines are no rows.
 */
export function csvRows(shape: TableShape, maximumColumns: number): RowParser {
  let columns: Columns | undefined;
  return {
    parse: (text, firstLine) => {
      if (columns) return rowsOf(text, firstLine, columns);
      const end = text.indexOf('\n');
      columns = readHeader(text.slice(0, end).replace(/\r$/, ''), shape, maximumColumns);
      const { rows, lines } = rowsOf(text.slice(end + 1), firstLine + 1, columns);
      return { rows, lines: lines + 1 };
    },
  };
}

interface Columns {
  readonly count: number;
  /** For each column asked for, its place in the file, or -1. */
  readonly places: readonly number[];
  /** Whether the places are 0, 1, 2 …, with the missing ones last: cells need no sorting. */
  readonly inOrder: boolean;
}

function rowsOf(text: string, firstLine: number, columns: Columns): ParsedLines {
  if (text === '') return { rows: [], lines: 0 };
  const lines = (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).slice(0, -1);
  return lines.includes('"') ? quotedRows(lines, firstLine, columns) : plainRows(lines, firstLine, columns);
}

function plainRows(lines: string, firstLine: number, columns: Columns): ParsedLines {
  const { data } = parse(lines, true);
  const rows: Row[] = [];
  let line = firstLine;
  for (const cells of data) {
    if (cells.length > 1 || cells[0] !== '') rows.push(rowOf(cells, line, columns));
    line += 1;
  }
  return { rows, lines: data.length };
}

/** Lines with quotes are parsed together; where that does not give a row a line, each by itself. */
function quotedRows(lines: string, firstLine: number, columns: Columns): ParsedLines {
  const { data, errors } = parse(lines);
  const texts = lines.split('\n');
  const together = errors.length === 0 && data.length === texts.length;
  const rows: Row[] = [];
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    const alone = together ? undefined : parse(text);
    const cells = (alone?.data ?? [data[index] ?? []])[0] ?? [];
    const [error] = alone?.errors ?? [];
    const line = firstLine + index;
    if (error) rows.push({ line, cells: [text], fault: `its quotes do not match (${error.message})` });
    else rows.push(rowOf(cells, line, columns));
  }
  return { rows, lines: texts.length };
}

/** papaparse takes no text for no line, and drops a byte order mark wherever a text begins with one. */
function parse(text: string, fastMode = false) {
  if (text === '') return { data: [['']], errors: [] };
  const kept = text.charCodeAt(0) === BYTE_ORDER_MARK ? `\uFEFF${text}` : text;
  return Papa.parse<string[]>(kept, { delimiter: ',', newline: '\n', fastMode });
}

function rowOf(cells: string[], line: number, { count, places, inOrder }: Columns): Row {
  if (cells.length !== count) {
    const fault = `it has ${cells.length} cells and the header names ${count} columns`;
    return { line, cells: [cells.join(',')], fault };
  }
  if (!inOrder) return { line, cells: places.map((place) => cells[place] ?? ''), fault: undefined };
  while (cells.length < places.length) cells.push('');
  return { line, cells, fault: undefined };
}

function readHeader(text: string, { columns, required }: TableShape, maximumColumns: number): Columns {
  refuseDelimiter(text, required);
  const [names = []] = parse(text).data;
  if (names.length > maximumColumns) {
    throw refusedHeader(`it has ${names.length} columns; at most ${maximumColumns} are read`);
  }
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0) throw refusedHeader(`unknown: ${listed(unknown)}`);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) throw refusedHeader(`twice there: ${listed(twice)}`);
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) throw refusedHeader(`missing: ${listed(missing)}`);
  const places = columns.map((name) => names.indexOf(name));
  const inOrder = places.every((place, index) => place === (index < names.length ? index : -1));
  return { count: names.length, places, inOrder };
}

function refuseDelimiter(text: string, required: readonly string[]): void {
  for (const [delimiter, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ] as const) {
    const names = text.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''));
    if (names.length > 1 && required.some((column) => names.includes(column))) {
      throw new FileRefused('file-delimiter', `the columns are separated by ${name}; export it with commas`);
    }
  }
}

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(', ');

const refusedHeader = (detail: string): FileRefused =>
  new FileRefused('file-header', `the header does not fit: ${detail}`);
