import type { DecisionRecord, NetRow, ProposalWithDecisionRecord, RuleVerdict } from '#contracts/client.ts';
import { decimalOf, millionths } from '../../parts/exact.ts';
import { counted, dateText, decimalText, moneyText, quantityText, unitText } from '../../parts/format.ts';
import { ruleWords } from './rule-words.ts';

/** What a sentence is about, in the order in which one asks. */
export type Topic = 'answer' | 'stock' | 'weeks' | 'need' | 'rules' | 'dates' | 'approval' | 'remarks';

export interface Sentence {
  readonly about: Topic;
  readonly text: string;
}

type Decided = Pick<ProposalWithDecisionRecord, 'state' | 'approvalReasons' | 'decision'>;

/** More weeks than this are left to the table. */
const MOST_WEEKS = 8;

/**
 * Why 480 and not 437: the decision record in words. Pure; every number is the record's own.
 * 1. The answer in one sentence. 2. What there is. 3. What each week takes and brings. 4. What must be ordered now.
 * 5. What each rule made of it. 6. When it must be ordered. 7. Why it waits for a person. 8. What else is to be known.
 */
export function explainDecision(
  record: DecisionRecord,
  proposal?: Decided,
  locale?: string,
): readonly Sentence[] {
  const say = wordsOf(record, locale);
  const about = (topic: Topic, texts: readonly string[]): Sentence[] =>
    texts.map((text) => ({ about: topic, text }));
  return [
    ...about('answer', [answer(record, say)]),
    ...about('stock', stock(record, say)),
    ...about('weeks', weeks(record, say)),
    ...about('need', need(record, say)),
    ...about(
      'rules',
      record.verdicts.map((verdict) => rule(verdict, say)),
    ),
    ...about('dates', dates(record, say)),
    ...about('approval', proposal ? approval(proposal) : []),
    ...about('remarks', record.remarks),
  ];
}

interface Words {
  /** A number in the item's base unit. */
  readonly base: (value: string) => string;
  readonly number: (value: string) => string;
  readonly quantity: (quantity: { readonly value: string; readonly unit: string }) => string;
  readonly money: (money: { readonly amount: string; readonly currency: string }) => string;
  readonly date: (date: string) => string;
  readonly unit: (unit: string) => string;
}

function wordsOf({ inputs, requirement }: DecisionRecord, locale: string | undefined): Words {
  const unit = requirement?.unit ?? inputs.item?.baseUnit ?? inputs.forecast.unit;
  return {
    base: (value) => quantityText({ value, unit }, locale),
    number: (value) => decimalText(value, locale),
    quantity: (quantity) => quantityText(quantity, locale),
    money: (money) => moneyText(money, locale),
    date: (date) => dateText(date, locale),
    unit: (code) => unitText(code, '2'),
  };
}

function answer({ outcome, requirement, order, verdicts }: DecisionRecord, say: Words): string {
  if (!requirement) return 'There is enough: nothing has to be ordered now.';
  const missing = `${say.base(requirement.quantity)} ${requirement.quantity === '1' ? 'is' : 'are'} missing from ${say.date(requirement.needDate)}`;
  if (outcome === 'refused' || !order) {
    const why = verdicts.find(({ verdict }) => verdict === 'refused')?.because;
    return `${missing}, but nothing is proposed: ${why ?? 'a rule refused it.'}`;
  }
  const proposed = say.quantity(order.baseQuantity);
  if (outcome === 'passed') return `${missing}, and exactly that is proposed.`;
  return `${missing}, and ${proposed} are proposed: ${becauseOf(verdicts)}.`;
}

/** How the reason of a rule that changed the quantity goes on. */
const ruleBegins: { readonly [R in RuleVerdict['rule']]?: string } = {
  'unit-conversion': 'it comes in',
  'order-minimum': 'the supplier takes',
  'order-multiple': 'it is sold in',
};

/** The rules that changed the quantity, by their reasons without the numbers: `it comes in cases of 48`. */
function becauseOf(verdicts: readonly RuleVerdict[]): string {
  const reasons = verdicts.flatMap((verdict) => {
    if (verdict.verdict !== 'adjusted' || !verdict.because.includes('→')) return [];
    const reason = verdict.because.split(': ').slice(1).join(': ');
    return [`${ruleBegins[verdict.rule] ?? 'of'} ${reason}`];
  });
  return reasons.length === 0 ? 'rules adjusted it' : reasons.join(', and ');
}

function stock({ inputs: { position, policy, supply } }: DecisionRecord, say: Words): string[] {
  const sentences: string[] = [];
  if (position) {
    const { onHand, onHold, allocated } = position;
    const usable = decimalOf(millionths(onHand) - millionths(onHold));
    const held =
      onHold === '0' ? '' : `; ${say.base(onHold)} of them are on hold, so ${say.number(usable)} count`;
    sentences.push(`There are ${say.base(onHand)} on hand${held}.`);
    if (allocated !== '0') {
      sentences.push(
        `${say.base(allocated)} of them are allocated. They are not taken off: the orders they are for are part of the demand and would count twice.`,
      );
    }
  }
  if (policy)
    sentences.push(`The policy wants at least ${say.base(policy.safetyStock)} in stock at any time.`);
  for (const { purchaseOrderId, lineNumber, openQuantity, expectedDate } of supply) {
    sentences.push(
      `${say.base(openQuantity)} are still to come on line ${lineNumber} of order ${purchaseOrderId}, expected on ${say.date(expectedDate)}.`,
    );
  }
  return sentences;
}

/** Week by week until what is ordered now is covered. */
function weeks({ net, requirement }: DecisionRecord, say: Words): string[] {
  const told = requirement ? net.slice(0, coveredWeeks(net, requirement.quantity)) : net;
  const sentences = told.slice(0, MOST_WEEKS).map((row) => week(row, say));
  if (told.length > MOST_WEEKS)
    sentences.push(`The table shows the ${told.length - MOST_WEEKS} weeks after that.`);
  return sentences;
}

function week(
  { bucket, demand, receipts, safetyStock, net, planned, projected }: NetRow,
  say: Words,
): string {
  const start = `Week of ${say.date(bucket)}: ${say.base(demand)} go out`;
  const coming = receipts === '0' ? 'nothing comes in' : `${say.number(receipts)} come in`;
  const left = decimalOf(millionths(projected) - millionths(planned));
  if (net === '0') return `${start}, ${coming}; ${say.number(left)} are left, which is enough.`;
  const short =
    safetyStock === '0'
      ? `${say.number(net)} are missing`
      : `stock would fall to ${say.number(left)}, ${say.number(net)} short of the ${say.number(safetyStock)} that must stay`;
  const then = planned === '0' ? ': an order placed today cannot be there so early, so it is carried on' : '';
  return `${start}, ${coming}; ${short}${then}.`;
}

/** How many weeks the requirement covers: until their planned receipts add up to it. */
function coveredWeeks(net: readonly NetRow[], quantity: string): number {
  let open = millionths(quantity);
  const last = net.findIndex(({ planned }) => {
    open -= millionths(planned);
    return open <= 0n;
  });
  return last < 0 ? net.length : last + 1;
}

function need({ net, requirement, reviewDays }: DecisionRecord, say: Words): string[] {
  if (!requirement) return [];
  const covered = net.slice(0, coveredWeeks(net, requirement.quantity));
  const parts = covered.filter(({ planned }) => planned !== '0').map(({ planned }) => say.number(planned));
  const sum = parts.length > 1 ? ` (${parts.join(' + ')})` : '';
  return [
    `Together ${say.base(requirement.quantity)}${sum} must be ordered now. What is needed later can wait for the next look in ${reviewDays} ${reviewDays === 1 ? 'day' : 'days'}.`,
  ];
}

function rule(verdict: RuleVerdict, say: Words): string {
  const { name, fine } = ruleWords[verdict.rule];
  switch (verdict.verdict) {
    case 'passed':
      return `${name}: ${verdict.because ?? fine}`;
    case 'adjusted':
      return `${name}: from ${say.quantity(verdict.before)} to ${say.quantity(verdict.after)} (${verdict.because}).`;
    case 'refused':
      return `${name}: refused. ${verdict.because}`;
  }
}

function dates({ inputs: { terms, location }, order }: DecisionRecord, say: Words): string[] {
  if (!order) return [];
  const { orderDate, requestedDate, deliveryDate, expedite, value, requirementValue, quantity } = order;
  const lead = terms
    ? ` (${days(terms.leadTimeDays)} of lead time and ${days(terms.transitDays)} on the way)`
    : '';
  const dock = location ? ` (${days(location.dockToStockDays)} from the dock into stock)` : '';
  return [
    `To be usable on ${say.date(deliveryDate)} it must arrive on ${say.date(requestedDate)}${dock} and be ordered on ${say.date(orderDate)}${lead}, by the calendars of supplier and location.`,
    ...(expedite
      ? ['The day it should have been ordered is past: the supplier must be asked to hurry.']
      : []),
    `The order of ${say.quantity(quantity)} from ${order.supplierId} is worth ${say.money(value)}; what is missing alone would be worth ${say.money(requirementValue)}.`,
  ];
}

const days = (count: number): string => counted(count, 'days');

function approval({ state, approvalReasons, decision }: Decided): string[] {
  const waited = state === 'waiting' ? 'It waits for a person' : 'It was for a person to decide';
  const why = approvalReasons.length > 0 ? [`${waited}: ${approvalReasons.join(' ')}`] : [];
  if (state === 'superseded')
    return [...why, 'A newer plan was made before anybody decided: nothing comes of it.'];
  if (!decision) return why;
  const said = decision.reason ? `: ${decision.reason}` : '.';
  const verb = state === 'rejected' ? 'rejected' : 'approved';
  return [...why, `${decision.by} ${verb} it${said}`];
}
