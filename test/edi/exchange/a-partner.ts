/** The other side: what a partner writes. */
import { Segment } from '#edi/codec/segment.ts';
import { functionalGroups } from '#edi/x12/envelope.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';
import { them, us } from './an-exchange.ts';

export interface Sent {
  readonly type: string;
  readonly body: readonly Segment[];
}

/** An 855 that accepts one line of an order; `line` replaces its only PO1 and ACK. */
export const an855 = (order = 'PO-0081', lines?: readonly Segment[]): Sent => ({
  type: '855',
  body: [
    new Segment('BAK', ['00', 'AD', order, '20261123', '', '', '', `SO-${order}`]),
    ...(lines ?? [
      new Segment('PO1', ['1', '480', 'EA', '12.5', 'HP', 'BP', 'I1']),
      new Segment('ACK', ['IA', '480', 'EA', '067', '20261207']),
    ]),
    new Segment('CTT', ['1']),
  ],
});

/** A whole X12 interchange from the partner. */
export function anInterchange(
  transactions: readonly Sent[],
  { control = 301, test = false, from = them, to = us, version = '004010', groups = 1 } = {},
): string {
  const perGroup = Math.ceil(transactions.length / groups);
  const written = serialiseX12({
    sender: from,
    receiver: to,
    date: '261123',
    time: '0918',
    version: version === '004010' ? '00401' : '00501',
    controlNumber: control,
    acknowledgementRequested: false,
    test,
    groups: Array.from({ length: groups }, (_, g) => {
      const own = transactions.slice(g * perGroup, (g + 1) * perGroup);
      return {
        functionalId: functionalGroups[own[0]?.type ?? ''] ?? 'PR',
        sender: from.id,
        receiver: to.id,
        date: '20261123',
        time: '0918',
        controlNumber: control * 10 + g,
        version,
        transactions: own.map(({ type, body }, i) => ({
          type,
          body,
          controlNumber: String(i + 1).padStart(4, '0'),
        })),
      };
    }),
  });
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return Buffer.from(written.bytes).toString('latin1');
}
