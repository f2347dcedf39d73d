import type { EdiFault } from '../codec/fault.ts';
import type { Group, Interchange, Transaction } from '../codec/interchange.ts';
import { outcomeOf } from '../codec/interchange.ts';
import type { Element } from '../codec/segment.ts';
import { Segment } from '../codec/segment.ts';

/** Data element 0083: what was done. */
const rejectedWithLower = '4';
const acknowledged = '7';

/**
 * The body (without UNH and UNT) of the CONTRL for an interchange: the interchange, its groups, and
 * every message as acknowledged or rejected, rejected ones with their segments and elements.
 * Answers `undefined` when it holds acknowledgements only, because a CONTRL is never acknowledged, and when UNB does not
 * say which interchange it is and whose, because UCI could not name it.
 */
export function acknowledgeEdifact(interchange: Interchange): readonly Segment[] | undefined {
  const messages = interchange.groups.flatMap(({ transactions }) => transactions);
  if (messages.length > 0 && messages.every(({ type }) => type === 'CONTRL')) return undefined;
  const { reference, sender, receiver } = interchange;
  if ([reference, sender.id, receiver.id].includes('')) return undefined;
  const refused = interchange.outcome === 'rejected';
  return [
    new Segment('UCI', [
      reference,
      interchange.header?.elements[1] ?? '',
      interchange.header?.elements[2] ?? '',
      refused ? rejectedWithLower : acknowledged,
      ...serviceFault(refused ? firstError(interchange.faults) : undefined),
    ]),
    ...(refused ? [] : interchange.groups.flatMap((group) => answerGroup(group, interchange))),
  ];
}

/** Messages first where there is no group; else each group after its messages' interchange, then its messages. */
function answerGroup(group: Group, interchange: Interchange): Segment[] {
  const refused = group.outcome === 'rejected';
  const answers = refused ? [] : group.transactions.flatMap((message) => answer(message, group, interchange));
  if (!group.header) return answers;
  const header = new Segment('UCF', [
    group.reference,
    group.header.elements[1] ?? '',
    group.header.elements[2] ?? '',
    refused ? rejectedWithLower : acknowledged,
    ...serviceFault(refused ? firstError(group.faults) : undefined),
  ]);
  return [header, ...answers];
}

function answer(message: Transaction, group: Group, interchange: Interchange): Segment[] {
  if (message.reference === '' || message.type === '' || message.type === 'CONTRL') return [];
  const refused = outcomeOf(message, group, interchange) === 'rejected';
  const service = message.faults.find(
    ({ level, severity }) => level === 'transaction' && severity === 'error',
  );
  const header = message.segments[0];
  return [
    new Segment('UCM', [
      message.reference,
      header?.elements[1] ?? '',
      refused ? rejectedWithLower : acknowledged,
      ...serviceFault(refused ? service : undefined),
    ]),
    ...(refused ? faultySegments(message.faults) : []),
  ];
}

/** UCS for every faulty segment, its UCD right after it. */
function faultySegments(faults: readonly EdiFault[]): Segment[] {
  const inside = faults.filter(
    ({ level, severity }) => severity === 'error' && (level === 'segment' || level === 'element'),
  );
  const places = Map.groupBy(inside, ({ position }) => position);
  return [...places].flatMap(([position, ofSegment]) => {
    const whole = ofSegment.find(({ level }) => level === 'segment');
    return [
      new Segment('UCS', [String(position), ...(whole ? [whole.standard.code] : [])]),
      ...ofSegment.filter(({ level }) => level === 'element').map(faultyElement),
    ];
  });
}

function faultyElement({ standard, element = 0, component }: EdiFault): Segment {
  // Positions in S011 count the segment's tag as 1.
  const at = String(element + 1);
  const place: Element = component === undefined ? at : [at, String(component)];
  return new Segment('UCD', [standard.code, place]);
}

/** 0085, the service segment in error (0135), and where in it. */
function serviceFault(fault: EdiFault | undefined): Element[] {
  if (!fault) return [];
  const at = fault.element === undefined ? '' : String(fault.element + 1);
  const place: Element = at !== '' && fault.component !== undefined ? [at, String(fault.component)] : at;
  return [fault.standard.code, /^UN[ABGHTEZ]$/.test(fault.segment) ? fault.segment : '', place];
}

const firstError = (faults: readonly EdiFault[]): EdiFault | undefined =>
  faults.find(({ severity }) => severity === 'error');
