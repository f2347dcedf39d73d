export type CodeKind = 'json' | 'edi' | 'text';

/** A document's text in lines a person can read: JSON indented, EDI one segment a line. Pure. */
export function codeLines(text: string, kind: CodeKind): readonly string[] {
  switch (kind) {
    case 'json':
      return indented(text).split('\n');
    case 'edi':
      return segmentsOf(text);
    case 'text':
      return text.split(/\r?\n/);
  }
}

/** What kind of text this is, by how it begins. Pure. */
export function kindOf(text: string): CodeKind {
  const start = text.trimStart();
  if (/^(ISA|UNA|UNB)/.test(start)) return 'edi';
  return start.startsWith('{') || start.startsWith('[') ? 'json' : 'text';
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** X12: the terminator is the 106th character of ISA. EDIFACT: the 9th of UNA, else the apostrophe; `?` releases. */
function segmentsOf(text: string): readonly string[] {
  const start = text.trimStart();
  const x12 = start.startsWith('ISA');
  const terminator = x12 ? (start[105] ?? '~') : start.startsWith('UNA') ? (start[8] ?? "'") : "'";
  const release = x12 ? undefined : start.startsWith('UNA') ? start[6] : '?';
  const lines: string[] = [];
  let line = '';
  let released = false;
  for (const character of start) {
    line += character;
    if (character === terminator && !released) {
      lines.push(line.trim());
      line = '';
    }
    released = character === release && !released;
  }
  return [...lines, line.trim()].filter((segment) => segment !== '');
}
