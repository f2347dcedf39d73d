import type { EdiFault, FaultKind } from '../codec/fault.ts';
import type { Group, Interchange, Outcome, Transaction } from '../codec/interchange.ts';
import { outcomeOf } from '../codec/interchange.ts';
import type { Element } from '../codec/segment.ts';
import { Segment } from '../codec/segment.ts';

/** 997 is the acknowledgement of every version, 999 the one of 005010 and later where agreed. */
export type AcknowledgementKind = '997' | '999';

export interface AcknowledgementOptions {
  readonly kind: AcknowledgementKind;
  /** Characters that a copied bad value must not contain: the delimiters it will be sent with. */
  readonly reserved: string;
}

const outcomeCodes: Readonly<Record<Outcome, string>> = {
  accepted: 'A',
  'accepted-with-errors': 'E',
  rejected: 'R',
};

/** What the two kinds of acknowledgement call the same segments. */
const tags = {
  '997': { segment: 'AK3', element: 'AK4', transaction: 'AK5' },
  '999': { segment: 'IK3', element: 'IK4', transaction: 'IK5' },
} as const;

/** Codes of IK403 where it is finer than AK403. */
const elementCodesOf999: Partial<Record<FaultKind, string>> = {
  'repetition-excess': '12',
  'component-excess': '13',
};

/** Most codes that AK5 and AK9 hold. */
const mostCodes = 5;

/**
 * The body (without ST and SE) of the functional acknowledgement of one group: every transaction set
 * with what became of it, every faulty segment and element with the standard's code.
 * Answers `undefined` for a group of acknowledgements, because an acknowledgement is never acknowledged, and for one
 * whose header or number was lost, because AK1 could not name it: the TA1 tells of it.
 */
export function acknowledgeGroup(
  group: Group,
  interchange: Interchange,
  options: AcknowledgementOptions,
): readonly Segment[] | undefined {
  if (isOfAcknowledgements(group) || !canBeNamed(group)) return undefined;
  const named = group.transactions.filter((transaction) => canBeAnswered(transaction, options));
  return [
    new Segment('AK1', [group.type, group.reference, ...versionOf(group)]),
    ...named.flatMap((transaction) =>
      answer(transaction, outcomeOf(transaction, group, interchange), options),
    ),
    groupAnswer(group, interchange),
  ];
}

const isOfAcknowledgements = ({ type, transactions }: Group): boolean =>
  type === 'FA' || (transactions.length > 0 && transactions.every((one) => isAcknowledgement(one.type)));

/** AK2 says its type and its number as they were; one without is counted in AK9 alone. */
const canBeAnswered = ({ type, reference }: Transaction, { reserved }: AcknowledgementOptions): boolean =>
  isName(type, 3, 3) && !isAcknowledgement(type) && reference.length <= 9 && isSayable(reference, reserved);

/** AK101 and AK102 are mandatory: two letters, and one to nine digits. */
const canBeNamed = ({ type, reference }: Group): boolean => isName(type, 2, 2) && /^\d{1,9}$/.test(reference);

/** Whether what they sent can be said back: of letters and digits, so that it is nobody's delimiter, and of that length. */
const isName = (text: string, shortest: number, longest: number): boolean =>
  /^[A-Za-z0-9]*$/.test(text) && text.length >= shortest && text.length <= longest;

export const isAcknowledgement = (type: string): boolean => type === '997' || type === '999';

/**
 * The TA1 of an interchange: accepted, accepted with errors or rejected, with the first fault's code, or 024 (invalid
 * content) when there is a group that no 997 or 999 can name. Goes before any group of the interchange that answers.
 */
export function acknowledgeInterchange(interchange: Interchange): Segment {
  const { header, reference, faults, outcome, groups } = interchange;
  const [worst = faults[0]] = faults.filter(({ severity }) => severity === 'error');
  const isUntold = outcome === 'accepted' && !groups.every(canBeNamed);
  return new Segment('TA1', [
    ...[reference, header?.text(9) ?? '', header?.text(10) ?? ''].map((text) =>
      isName(text, 0, 9) ? text : '',
    ),
    outcomeCodes[isUntold ? 'accepted-with-errors' : outcome],
    worst?.standard.code ?? (isUntold ? '024' : '000'),
  ]);
}

/** AK103 is from 005010 on. */
const versionOf = ({ version }: Group): readonly string[] =>
  version >= '005010' && isName(version, 6, 12) ? [version] : [];

function answer(transaction: Transaction, outcome: Outcome, options: AcknowledgementOptions): Segment[] {
  const codes = codesOf(transaction.faults, 'AK502');
  const hasSegmentFaults = transaction.faults.some(({ level }) => level === 'segment' || level === 'element');
  if (hasSegmentFaults && !codes.includes('5')) codes.push('5');
  const convention = transaction.segments[0]?.text(3) ?? '';
  const isTold = options.kind === '999' && isName(convention, 1, 35);
  return [
    new Segment('AK2', [transaction.type, transaction.reference, ...(isTold ? [convention] : [])]),
    ...faultySegments(transaction.faults, options),
    new Segment(tags[options.kind].transaction, [outcomeCodes[outcome], ...codes.slice(0, mostCodes)]),
  ];
}

/** AK3 for every faulty segment, its AK4 right after it; a segment whose tag is none is in AK5 alone. */
function faultySegments(faults: readonly EdiFault[], options: AcknowledgementOptions): Segment[] {
  const places = Map.groupBy(
    faults.filter(({ level }) => level === 'segment' || level === 'element'),
    ({ position, segment, level, kind }) => `${position} ${segment} ${level === 'segment' ? kind : ''}`,
  );
  return [...places.values()].flatMap((ofSegment) => {
    const [first] = ofSegment;
    const tag = first?.segment.slice(0, 3) ?? '';
    if (!first || !isName(tag, 2, 3)) return [];
    const code = first.level === 'segment' ? first.standard.code : '8';
    return [
      new Segment(tags[options.kind].segment, [
        tag,
        String(first.position),
        (first.loop ?? '').slice(0, 4),
        code,
      ]),
      ...ofSegment.filter(({ level }) => level === 'element').map((fault) => faultyElement(fault, options)),
    ];
  });
}

function faultyElement(fault: EdiFault, { kind, reserved }: AcknowledgementOptions): Segment {
  const { element = 0, component, reference = '', value = '' } = fault;
  const at: Element = component === undefined ? String(element) : [String(element), String(component)];
  const code = (kind === '999' ? elementCodesOf999[fault.kind] : undefined) ?? fault.standard.code;
  const copy = isSayable(value, reserved) ? value : '';
  return new Segment(tags[kind].element, [at, reference, code, copy]);
}

/** Printable, and without what we separate with. */
const isSayable = (value: string, reserved: string): boolean =>
  /^[\x20-\x7e]+$/.test(value) && ![...reserved].some((character) => value.includes(character));

/** AK9: all, some or none accepted; how many were declared, received and accepted; why. */
function groupAnswer(group: Group, interchange: Interchange): Segment {
  const { transactions, faults } = group;
  const outcomes = transactions.map((transaction) => outcomeOf(transaction, group, interchange));
  const accepted = outcomes.filter((outcome) => outcome !== 'rejected').length;
  const declared = /^\d{1,6}$/.test(group.declaredCount) ? group.declaredCount : String(transactions.length);
  return new Segment('AK9', [
    groupCode(outcomes, group),
    declared,
    String(transactions.length),
    String(accepted),
    ...codesOf(faults, 'AK905').slice(0, mostCodes),
  ]);
}

function groupCode(outcomes: readonly Outcome[], group: Group): 'A' | 'E' | 'P' | 'R' {
  const rejected = outcomes.filter((outcome) => outcome === 'rejected').length;
  if (rejected > 0 && rejected < outcomes.length) return 'P';
  if (rejected > 0 || group.outcome === 'rejected') return 'R';
  const clean = group.outcome === 'accepted' && outcomes.every((outcome) => outcome === 'accepted');
  return clean ? 'A' : 'E';
}

function codesOf(faults: readonly EdiFault[], list: EdiFault['standard']['list']): string[] {
  const ofList = faults.filter(({ standard }) => standard.list === list);
  return [...new Set(ofList.map(({ standard }) => standard.code))];
}
