import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionRecord } from '#api/examples/decision-record.ts';
import { decide } from '#business/replenishment/decide.ts';
import { planningContext } from '#business/replenishment/planning-context.ts';
import { explainDecision, type Topic } from '#console/pages/planning/explain-decision.ts';
import type { DecisionRecord } from '#contracts/client.ts';
import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { aPlanningInput, thePosition, theTerms } from '#test/builders/a-planning-input.ts';

const moment = { runId: 'run-1', plannedAt: '2026-11-23T08:00:00.000Z', reviewDays: 7 };
/** As the API answers it. */
const answered = (record: unknown): DecisionRecord => JSON.parse(JSON.stringify(record));
const decided = (differing: Partial<PlanningInput> = {}): DecisionRecord =>
  answered(decide(aPlanningInput(differing), planningContext(moment)));
const weekly = (quantity: string, weeks = 5) => ({
  ...aPlanningInput().forecast,
  quantities: new Array(weeks).fill(quantity),
});
const short = () =>
  decided({
    position: thePosition({ onHand: '120', onHold: '20', allocated: '60' }),
    policy: { version: 5, method: 'time_phased', safetyStock: '37', eligible: true },
    terms: theTerms({ orderUnit: 'XCS', leadTimeDays: 10 }),
    forecast: weekly('200'),
  });

const closed = (): Partial<PlanningInput> => {
  const { location } = aPlanningInput();
  return location ? { location: { ...location, status: 'closed' } } : {};
};

const told = (record: DecisionRecord, about: Topic): readonly string[] =>
  explainDecision(record, undefined, 'en')
    .filter((sentence) => sentence.about === about)
    .map(({ text }) => text);

describe('why 480 and not 437', () => {
  it('[R4] the answer says what is missing from when, what is proposed, and why it is more', () => {
    expect(told(answered(decisionRecord), 'answer')).toEqual([
      '437 pieces are missing from Mon, Dec 7, 2026, and 480 pieces are proposed: it is sold in cases of 48.',
    ]);
  });

  it('[R4] a decision made by the planner itself is told in every part', async () => {
    const sentences = explainDecision(
      short(),
      { state: 'waiting', approvalReasons: ['Above the limit.'] },
      'en',
    );
    const text = sentences.map(({ about, text: said }) => `${about}: ${said}`).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('explained-decision.golden.txt');
  });

  it('[R10] stock on hold is taken off, what is allocated is not, and both are said', () => {
    const [hand, allocated, safety] = told(short(), 'stock');
    expect(hand).toBe('There are 120 pieces on hand; 20 pieces of them are on hold, so 100 count.');
    expect(allocated).toMatch(/^60 pieces of them are allocated\. They are not taken off/);
    expect(safety).toBe('The policy wants at least 37 pieces in stock at any time.');
  });

  it('[R10] the weeks add up to what must be ordered now', () => {
    const record = short();
    const sum =
      told(record, 'need')[0]
        ?.match(/\(([\d +]+)\)/)?.[1]
        ?.split(' + ')
        .map(Number) ?? [];
    expect(sum.reduce((a, b) => a + b, 0)).toBe(Number(record.requirement?.quantity));
  });

  it('[R10] open orders are named with what they still bring', () => {
    const record = decided({
      supply: [
        {
          purchaseOrderId: 'po-1',
          version: 2,
          lineNumber: 3,
          state: 'confirmed',
          openQuantity: '250',
          expectedDate: '2026-12-03',
        },
      ],
    });
    expect(told(record, 'stock')).toContain(
      '250 pieces are still to come on line 3 of order po-1, expected on Thu, Dec 3, 2026.',
    );
  });

  it('[R14] minimum and multiple are told after the unit', () => {
    const terms = theTerms({ orderUnit: 'XCS', minimumOrderQuantity: '14', orderMultiple: '5' });
    const record = decided({ position: thePosition({ onHand: '100' }), terms, forecast: weekly('200') });
    expect(told(record, 'answer')[0]).toMatch(
      /it comes in cases of 48, and the supplier takes at least 14 cases an order, and it is sold in multiples of 5\.$/,
    );
  });

  it('[R2] a refusal says that nothing is proposed and which rule refused it', () => {
    const record = decided({
      ...closed(),
      position: thePosition({ onHand: '0' }),
      forecast: weekly('200'),
    });
    expect(record.outcome).toBe('refused');
    expect(told(record, 'answer')[0]).toMatch(/but nothing is proposed: Location .+ is closed\.$/);
    expect(told(record, 'rules').at(-1)).toMatch(/^Location: refused\. /);
    expect(told(record, 'dates')).toEqual([]);
  });

  it('[R1] enough is said to be enough', () => {
    const record = decided({ position: thePosition({ onHand: '9000' }) });
    expect(told(record, 'answer')).toEqual(['There is enough: nothing has to be ordered now.']);
    expect(told(record, 'need')).toEqual([]);
  });

  it('[R5] it says why it waits for a person, and later who decided and why', () => {
    const said = (proposal: Parameters<typeof explainDecision>[1]) =>
      explainDecision(short(), proposal).flatMap(({ about, text }) => (about === 'approval' ? [text] : []));
    const approvalReasons = ['The value is above the limit.'];
    expect(said({ state: 'waiting', approvalReasons })).toEqual([
      'It waits for a person: The value is above the limit.',
    ]);
    const decision = { by: 'ada@example.com', at: moment.plannedAt, reason: 'Too much.' };
    expect(said({ state: 'rejected', approvalReasons, decision })).toEqual([
      'It was for a person to decide: The value is above the limit.',
      'ada@example.com rejected it: Too much.',
    ]);
    const policy = { by: 'policy standard', at: moment.plannedAt };
    expect(said({ state: 'approved', approvalReasons: [], decision: policy })).toEqual([
      'policy standard approved it.',
    ]);
    expect(said({ state: 'superseded', approvalReasons: [] })).toEqual([
      'A newer plan was made before anybody decided: nothing comes of it.',
    ]);
  });

  it('[R4] whatever was decided can be told, each rule once, in the order it was asked', () => {
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.nat(400),
        fc.nat(300),
        fc.constantFrom('EA' as const, 'XCS' as const),
        (onHand, demand, safetyStock, orderUnit) => {
          const record = decided({
            position: thePosition({ onHand: String(onHand) }),
            policy: { version: 1, method: 'time_phased', safetyStock: String(safetyStock), eligible: true },
            terms: theTerms({ orderUnit }),
            forecast: weekly(String(demand), 20),
          });
          expect(told(record, 'rules')).toHaveLength(record.verdicts.length);
          expect(told(record, 'weeks').length).toBeLessThanOrEqual(9);
          expect(told(record, 'answer')[0]).toContain(record.requirement?.quantity.slice(0, 1) ?? 'enough');
        },
      ),
      { numRuns: 60 },
    );
  });
});
