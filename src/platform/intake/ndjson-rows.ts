import type { Row, RowParser, TableShape } from './table.ts';

/** Digits a JSON number keeps exactly. */
const EXACT_DIGITS = 15;

/** Rows of one JSON object a line, with the column names as keys; numbers are taken as they are written out. */
export const ndjsonRows = (shape: TableShape): RowParser => ({
  parse: (text, firstLine) => {
    const rows: Row[] = [];
    const lines = text.split('\n').slice(0, -1);
    for (const [index, written] of lines.entries()) {
      const trimmed = written.trim();
      if (trimmed !== '') rows.push(rowOf(trimmed, firstLine + index, shape));
    }
    return { rows, lines: lines.length };
  },
});

function rowOf(text: string, line: number, { columns, required }: TableShape): Row {
  const faulty = (fault: string): Row => ({ line, cells: [text], fault });
  const value = jsonOf(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return faulty('it is no JSON object');
  }
  const cells = new Map(Object.entries(value));
  const unknown = [...cells.keys()].find((name) => !columns.includes(name));
  if (unknown !== undefined) return faulty(`it has the unknown name "${unknown.slice(0, 40)}"`);
  const missing = required.find((name) => !cells.has(name));
  if (missing !== undefined) return faulty(`it lacks "${missing}"`);
  const texts: string[] = [];
  for (const name of columns) {
    const cell = cellText(cells.get(name));
    if (cell === undefined) return faulty(`its "${name}" is no text or exact number; write it as text`);
    texts.push(cell);
  }
  return { line, cells: texts, fault: undefined };
}

/** A cell as text; undefined for what is no text or a number that JSON may have rounded. */
function cellText(cell: unknown): string | undefined {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return undefined;
  const text = String(cell);
  return text.replace(/\D/g, '').length <= EXACT_DIGITS ? text : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
