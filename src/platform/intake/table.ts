/** Which columns a table has: cells are given in the order of `columns`, and empty where an optional one is not there. */
export interface TableShape {
  readonly columns: readonly string[];
  readonly required: readonly string[];
}

/** One row of a file, as text. Of a row with a fault the only cell is its whole text. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: string | undefined;
}

/** Takes the text of whole lines, each with its end, of which the first has the number given. */
export interface RowParser {
  parse(text: string, firstLine: number): ParsedLines;
}

export interface ParsedLines {
  readonly rows: readonly Row[];
  /** Lines taken, those included that are no rows: the header and blank ones. */
  readonly lines: number;
}
