/** A seller nobody here wrote misbehaves in every way it can; what each way leaves in our orders, invoices and desks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, outcomeOf } from '#test/builders/outcome-of.ts';
import { type Customer, Seller, type Standard } from './a-seller.ts';
import { whyNot } from './mock-edi.ts';

/** A day and a bit: longer than any answer may take. */
const A_DAY = 25;
/** What it does late it does an hour late. */
const LATE_SECONDS = 3601;

/** Interchanges when so many of its files arrived, every one acknowledged, beside its word on the order. */
const exchanged = (files: number, order: string): readonly string[] => {
  const each = files === 1 ? '' : `${files} `;
  const word = ['in acknowledgement split', `out ${order}`];
  return (files === 0 ? word : [...word, `${each}in split`, `${each}out acknowledgement sent`]).sort();
};

const quiet = { changes: [], exceptions: [] };
const silent = ['no answer - 0 0 0', 'no answer - 0 0 0'];
const whole = ['accepted 480 480 480 480', 'accepted 96 96 96 96'];
const allThree = ['order-acknowledgement applied', 'ship-notice applied', 'supplier-invoice applied'];

/** As it is to be, whatever the standard; mock-edi has faults to find in an 850 and says so, in ORDERS it says nothing. */
const asAgreed = (taken: string): Outcome => ({
  ...quiet,
  answer: 'accepted',
  told: 'delivered',
  lines: whole,
  interchanges: exchanged(3, taken),
  documents: allThree,
  invoices: ['posted'],
});

interface Row {
  readonly behaviour: string;
  readonly title: string;
  /** What is otherwise than with a seller that does everything right; another one where the standards differ. */
  readonly leaves: Partial<Outcome> | ((standard: Standard, taken: string) => Partial<Outcome>);
  /** What is asked besides when a day has gone by. */
  readonly aDayLater?: readonly string[];
}

const rows: readonly Row[] = [
  { behaviour: 'accept', title: '[S4] [S7] accept: delivered, shipped, received, paid', leaves: {} },
  {
    behaviour: 'short-ship',
    title: '[S11] [S13] short-ship: the buyer is asked, what came is paid',
    leaves: (standard) => {
      // In EDIFACT it says that the rest comes later (QTY 83).
      const said =
        standard === 'x12' ? ['quantity 384', 'quantity 77'] : ['backordered 480', 'backordered 96'];
      return {
        answer: 'differs',
        lines: [`${said[0]} 384 384 384`, `${said[1]} 77 77 77`],
        exceptions: ['2 buyer: ship-notice-differs', '2 buyer: short-or-backorder'],
      };
    },
  },
  {
    behaviour: 'over-ship',
    title: '[S13] [S14] over-ship: the buyer is asked; what nobody ordered is not paid before that',
    leaves: {
      lines: ['accepted 480 624 624 0', 'accepted 96 125 125 0'],
      invoices: ['blocked'],
      exceptions: ['2 buyer: ship-notice-differs', 'accounts_payable: invoice-variance'],
    },
  },
  {
    behaviour: 'reject-line',
    title: '[S11] reject-line: the other line goes on, the buyer is asked about this one',
    leaves: (standard) => ({
      answer: 'differs',
      // In EDIFACT it confirms none and says that all of it comes later: no code refuses the line.
      lines: [whole[0] ?? '', standard === 'x12' ? 'rejected 0 0 0 0' : 'backordered 96 0 0 0'],
      exceptions: [standard === 'x12' ? 'buyer: line-rejected' : 'buyer: short-or-backorder'],
    }),
  },
  {
    behaviour: 'reject-all',
    title: '[S11] reject-all: nothing is expected, the buyer is asked about every line',
    leaves: (standard, taken) => ({
      // In EDIFACT it refuses the order and backorders all of it in the same breath.
      answer: standard === 'x12' ? 'rejected' : 'differs',
      lines: new Array(2).fill(`${standard === 'x12' ? 'rejected' : 'contradicts+rejected'} 0 0 0 0`),
      interchanges: exchanged(1, taken),
      documents: ['order-acknowledgement applied'],
      invoices: [],
      exceptions: [`2 buyer: ${standard === 'x12' ? 'line-rejected' : 'answer-contradicts'}`],
    }),
  },
  {
    behaviour: 'no-ack',
    title: '[S4] [S15] no-ack: nobody knows whether the order arrived; the desks are told when it is overdue',
    leaves: {
      answer: 'awaiting',
      told: 'sent',
      lines: silent,
      interchanges: ['out sent'],
      documents: [],
      invoices: [],
    },
    aDayLater: ['buyer: answer-overdue', 'edi_coordinator: acknowledgement-overdue'],
  },
  {
    behaviour: 'duplicate-invoice',
    title: '[S7] [S14] duplicate-invoice: it is paid once, and accounts payable sees the other',
    leaves: (_, taken) => ({
      interchanges: exchanged(4, taken),
      documents: ['2 supplier-invoice applied', ...allThree.slice(0, 2)],
      invoices: ['duplicate', 'posted'],
      exceptions: ['accounts_payable: invoice-duplicate'],
    }),
  },
  {
    behaviour: 'strict',
    title: '[S15] strict: a refused order counts as not delivered, and no answer is waited for',
    leaves: () => refused,
  },
  {
    behaviour: 'reject-ack',
    title: '[S15] reject-ack: a refused order counts as not delivered, and no answer is waited for',
    leaves: () => refused,
  },
  {
    behaviour: 'out-of-order',
    title: '[S7] out-of-order: the invoice waits for its receipt; it all comes to the same',
    leaves: {},
  },
  { behaviour: 'late', title: '[S4] late: what comes within its time is nothing special', leaves: {} },
  {
    behaviour: 'corrupt',
    title: '[S3] corrupt: what miscounts itself is refused and told; no answer counts, and that is chased',
    leaves: {
      answer: 'awaiting',
      lines: silent,
      documents: ['order-acknowledgement rejected', 'ship-notice rejected', 'supplier-invoice rejected'],
      invoices: [],
      exceptions: ['3 edi_coordinator: document-rejected'],
    },
    aDayLater: ['buyer: answer-overdue'],
  },
  {
    behaviour: 'no-invoice',
    title: '[S7] no-invoice: goods are in, and nothing is paid',
    leaves: (_, taken) => ({
      lines: ['accepted 480 480 480 0', 'accepted 96 96 96 0'],
      interchanges: exchanged(2, taken),
      documents: allThree.slice(0, 2),
      invoices: [],
    }),
  },
];

const refused: Partial<Outcome> = {
  answer: 'awaiting',
  told: 'refused',
  lines: silent,
  interchanges: exchanged(0, 'rejected'),
  documents: [],
  invoices: [],
  exceptions: ['edi_coordinator: acknowledgement-rejecting'],
};

describe.skipIf(whyNot !== undefined).each(['x12', 'edifact'] as const)('a seller by %s', (standard) => {
  const taken = standard === 'x12' ? 'accepted_with_errors' : 'accepted';
  let seller: Seller;
  beforeAll(async () => {
    seller = await Seller.start();
  });
  afterAll(() => seller?.stop());

  /** Order, trade until nothing moves, take in what was announced, and trade again. */
  async function played(behaviour: string): Promise<Customer> {
    const customer = await seller.customer(standard, behaviour);
    await customer.room.order();
    await seller.trade(customer);
    await seller.wait(LATE_SECONDS);
    await seller.trade(customer);
    await customer.room.receiveWhatWasAnnounced();
    await seller.trade(customer);
    return customer;
  }

  test.each(rows)('$title', async ({ behaviour, leaves, aDayLater = [] }) => {
    const { room } = await played(behaviour);
    const different = typeof leaves === 'function' ? leaves(standard, taken) : leaves;
    const left = { ...asAgreed(taken), ...different };
    expect(await outcomeOf(room)).toEqual(left);
    await room.wait(A_DAY);
    expect((await outcomeOf(room)).exceptions).toEqual([...left.exceptions, ...aDayLater].sort());
  });

  test('[S3] what is told of a refused document is what it is refused for, not what is tolerated', async () => {
    const { room } = await played('corrupt');
    const evidence = (await room.exceptions()).flatMap((one) => one.evidence.map(({ received }) => received));
    const counts = standard === 'x12' ? /SE says \d+, there are/ : /UNT says \d+, there are/;
    expect(evidence).toEqual(new Array(3).fill(expect.stringMatching(counts)));
  });

  test('[S15] what a partner refuses an order for is told as it wrote it', async () => {
    const { room } = await played('strict');
    const [exception] = await room.exceptions();
    const said = exception?.evidence.map(({ received }) => received);
    expect(said).toContain(standard === 'x12' ? 'AK3*AMT*14**1' : 'UCM*1*ORDERS:D:96A:UN*4*12');
  });
});
