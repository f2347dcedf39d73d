import type { EnvelopeLevel, EnvelopeRules, LevelRules } from './envelope-rules.ts';
import { FaultLog } from './envelope-rules.ts';
import type { EdiLimits } from './limits.ts';
import type { Segment } from './segment.ts';

/** One interchange, group or transaction while it is open, and as it was when it closed. */
export interface OpenLevel {
  readonly level: EnvelopeLevel;
  /** Absent where the data went on without it, which is a fault. */
  readonly header: Segment | undefined;
  trailer: Segment | undefined;
  readonly reference: string;
  /** Position of the last segment, the header being 1. */
  position: number;
  /** What is directly inside: segments of a transaction, transactions of a group, groups of an interchange. */
  count: number;
  readonly log: FaultLog;
  /** Segments TA1, ISB, ISE of an interchange. */
  readonly services: Segment[];
}

/** Opens levels, and remembers their control references to see one that is used twice. */
export class Levels {
  readonly #rules: EnvelopeRules;
  readonly #limits: EdiLimits;
  readonly #references = {
    interchange: new Set<string>(),
    group: new Set<string>(),
    transaction: new Set<string>(),
  };

  constructor(rules: EnvelopeRules, limits: EdiLimits) {
    this.#rules = rules;
    this.#limits = limits;
  }

  open(rules: LevelRules, header: Segment | undefined): OpenLevel {
    const { level } = rules;
    // References are unique within what they are in, and that begins anew.
    if (level === 'interchange') this.#references.group.clear();
    if (level !== 'transaction') this.#references.transaction.clear();
    const reference = header?.text(rules.reference) ?? '';
    const log = new FaultLog((fault) => this.#rules.codeOf(fault), this.#limits.faultsPerLevel);
    const at = { level, position: header?.position ?? 0, segment: rules.header } as const;
    if (!header)
      log.add({ kind: 'header-missing', ...at, message: `there is no ${rules.header} before this` });
    else if (reference.trim() === '') {
      const message = `${rules.header} has no control reference`;
      log.add({ kind: 'reference-missing', ...at, element: rules.reference, message });
    } else this.#checkDuplicate(rules, reference, at.position, log);
    if (header) for (const fault of this.#rules.headerFaults(level, header)) log.add(fault);
    return { level, header, trailer: undefined, reference, position: 1, count: 0, log, services: [] };
  }

  #checkDuplicate(rules: LevelRules, reference: string, position: number, log: FaultLog): void {
    const seen = this.#references[rules.level];
    if (seen.has(reference))
      log.add({
        kind: 'reference-duplicate',
        level: rules.level,
        severity: 'warning',
        position,
        segment: rules.header,
        element: rules.reference,
        value: reference,
        message: `${rules.header} has control reference ${reference} a second time`,
      });
    else if (seen.size < this.#limits.referencesPerLevel) seen.add(reference);
  }
}

/** Compare a trailer's count and reference with what was there. */
export function checkTrailer(open: OpenLevel, rules: LevelRules, trailer: Segment, counted: string): void {
  const at = { level: rules.level, position: open.position, segment: trailer.id } as const;
  const count = trailer.text(1);
  const reference = trailer.text(2);
  if (!/^\d+$/.test(count) || Number(count) !== open.count)
    open.log.add({
      kind: 'count-mismatch',
      ...at,
      element: 1,
      value: count,
      message: `${trailer.id} says ${count || 'nothing'}, there are ${open.count} ${counted}`,
    });
  if (open.header && !sameReference(open.reference, reference, rules.numeric))
    open.log.add({
      kind: 'reference-mismatch',
      ...at,
      element: 2,
      value: reference,
      message: `${trailer.id} closes ${reference || 'nothing'}, ${rules.header} opened ${open.reference || 'nothing'}`,
    });
}

/** Say that a level ended without its trailer. */
export function missingTrailer(open: OpenLevel, rules: LevelRules): void {
  const opened = open.reference === '' ? rules.header : `${rules.header} ${open.reference}`;
  open.log.add({
    kind: 'trailer-missing',
    level: rules.level,
    position: open.position,
    segment: rules.trailer,
    message: `${opened} is not closed by ${rules.trailer}`,
  });
}

function sameReference(opened: string, closed: string, numeric: boolean): boolean {
  if (opened === closed) return true;
  if (!numeric || !/^\d+$/.test(opened) || !/^\d+$/.test(closed)) return false;
  return opened.replace(/^0+/, '') === closed.replace(/^0+/, '');
}
