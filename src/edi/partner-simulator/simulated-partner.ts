import type { EdiAgreement } from '#core/canonical/partner-agreement.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { writeInterchange } from '../exchange/envelope.ts';
import { answerOrdrsp } from './edifact-answers.ts';
import { billInvoic, offerPricat, shipDesadv, stockInvrpt } from './edifact-papers.ts';
import type { LineAnswer, Papers } from './script.ts';
import type { SimulatedOrder } from './simulated-order.ts';
import { answer855, propose865 } from './x12-answers.ts';
import { bill810, offer832, ship856, stock846 } from './x12-papers.ts';

/** The documents a partner of one standard can write about an order. Percentages are of the order's figures. */
export interface Papermaker {
  readonly answer: (order: SimulatedOrder, answers: readonly LineAnswer[], papers: Papers) => OutgoingBody;
  readonly ship: (order: SimulatedOrder, percent: number, papers: Papers) => OutgoingBody;
  /** `percent` is what the price is more than agreed. */
  readonly bill: (order: SimulatedOrder, percent: number, papers: Papers) => OutgoingBody;
  readonly stock: (order: SimulatedOrder, papers: Papers, version: string) => OutgoingBody;
  readonly offer: (order: SimulatedOrder, percent: number, papers: Papers) => OutgoingBody;
  /** Its own wish to change an order; EDIFACT has no message for it that we read. */
  readonly propose?: (order: SimulatedOrder, percent: number, papers: Papers) => OutgoingBody;
}

export const papermakers: { readonly [S in EdiAgreement['standard']]: Papermaker } = {
  x12: {
    answer: answer855,
    ship: ship856,
    bill: bill810,
    stock: stock846,
    offer: offer832,
    propose: propose865,
  },
  edifact: {
    answer: answerOrdrsp,
    ship: shipDesadv,
    bill: billInvoic,
    stock: stockInvrpt,
    offer: offerPricat,
  },
};

/** The agreement as the partner has it: its own address first. */
export const fromTheirSide = (edi: EdiAgreement): EdiAgreement => ({ ...edi, us: edi.them, them: edi.us });

/**
 * The bytes of an interchange of the partner under one of its control numbers; throws when a value cannot be written
 * with the agreed delimiters.
 */
export function interchangeFrom(
  edi: EdiAgreement,
  transactions: readonly OutgoingBody[],
  control: number,
  at: string,
): Uint8Array {
  const numbers = {
    interchange: control,
    group: control,
    transactions: transactions.map((_, i) => i + 1),
  };
  const written = writeInterchange(fromTheirSide(edi), { transactions }, numbers, at);
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return written.bytes;
}
