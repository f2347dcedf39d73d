import { codeLines } from '../../parts/code-lines.ts';

export interface Finding {
  readonly code: string;
  readonly at: string;
  readonly message: string;
}

interface Transaction {
  /** The document it became. */
  readonly id: string;
  readonly groupReference: string;
  readonly transactionReference: string;
  readonly findings: readonly Finding[];
}

/** One segment of an interchange with what was found in it. */
export interface MarkedSegment {
  readonly number: number;
  readonly text: string;
  /** The document whose segment it is, where it became one. */
  readonly documentId?: string;
  /** The first segment of its document. */
  readonly begins: boolean;
  readonly findings: readonly Finding[];
}

/**
 * An interchange segment by segment, each with its document and the findings that name it (`segment 4 PO1, element
 * 2` counts from the header of the transaction; `transaction 0001 855` is its header). Pure.
 */
export function markSegments(
  text: string,
  transactions: readonly Transaction[],
  ofInterchange: readonly Finding[] = [],
): readonly MarkedSegment[] {
  const split = separatorsOf(text);
  let group = '';
  let open: { readonly of: Transaction | undefined; readonly reference: string } | undefined;
  let position = 0;
  return codeLines(text, 'edi').map((line, index) => {
    const [tag = '', ...elements] = split(line);
    if (groupHeaders.has(tag)) group = elements[tag === 'GS' ? 5 : 4] ?? '';
    const begins = transactionHeaders.has(tag);
    if (begins) {
      const reference = elements[tag === 'ST' ? 1 : 0] ?? '';
      open = { reference, of: transactionOf(transactions, reference, group) };
      position = 0;
    }
    position += 1;
    const findings = [
      ...(open?.of?.findings.filter(({ at }) => placeOf(at) === position) ?? []),
      ...(begins && open ? ofInterchange.filter(({ at }) => names(at, open?.reference ?? '')) : []),
    ];
    const documentId = open?.of?.id;
    if (transactionTrailers.has(tag)) open = undefined;
    return { number: index + 1, text: line, begins, findings, ...(documentId && { documentId }) };
  });
}

const groupHeaders: ReadonlySet<string> = new Set(['GS', 'UNG']);
const transactionHeaders: ReadonlySet<string> = new Set(['ST', 'UNH']);
const transactionTrailers: ReadonlySet<string> = new Set(['SE', 'UNT']);

/** How a segment's text comes apart: by the separators that the interchange itself names. */
function separatorsOf(text: string): (segment: string) => readonly string[] {
  const start = text.trimStart();
  const x12 = start.startsWith('ISA');
  const una = start.startsWith('UNA');
  const element = (x12 ? start[3] : una ? start[4] : undefined) ?? (x12 ? '*' : '+');
  const terminator = (x12 ? start[105] : una ? start[8] : undefined) ?? (x12 ? '~' : "'");
  // Good enough for tags and references, in which nobody writes a separator.
  return (segment) => (segment.endsWith(terminator) ? segment.slice(0, -1) : segment).split(element);
}

/** Transactions of different groups may have the same number; where the group is not said the number must do. */
function transactionOf(
  transactions: readonly Transaction[],
  reference: string,
  group: string,
): Transaction | undefined {
  const same = transactions.filter(({ transactionReference }) => transactionReference === reference);
  return same.length < 2 ? same[0] : same.find(({ groupReference }) => groupReference === group);
}

function placeOf(at: string): number | undefined {
  const position = /^segment (\d+)\b/.exec(at)?.[1];
  return position === undefined ? undefined : Number(position);
}

const names = (at: string, reference: string): boolean => /^transaction (\S+)/.exec(at)?.[1] === reference;
