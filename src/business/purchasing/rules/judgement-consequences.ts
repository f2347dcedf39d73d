import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { AcknowledgedLine, OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import { wholeMeaning } from './answer-codes.ts';
import type { Speaks } from './change-answer.ts';
import type { JudgedLine, Judgement } from './judge-answer.ts';
import { refusedChange } from './refused-change.ts';
import { changeNotPossible, onTheirWay } from './too-late.ts';

export interface Consequences {
  /** The lines whose answer counts. */
  readonly answered: readonly JudgedLine[];
  readonly strangers: readonly AcknowledgedLine[];
  /** What a buyer is told beside: a change refused, a wish that comes too late. */
  readonly refusals: readonly ExceptionDraft[];
  /** Whether no answer to the last change is owed any more. */
  readonly settlesChange: boolean;
}

export interface Judged {
  readonly ledger: { readonly body: OrderLedger };
  readonly document: { readonly id: string };
  readonly answer: OrderAcknowledgement;
  readonly judgement: Judgement;
  readonly about: Speaks;
  readonly change: OrderChangeRecord | undefined;
}

/** Which of the judged lines count, by what the document speaks about (S12). */
export function consequencesOf(judged: Judged): Consequences {
  const { about, change, judgement } = judged;
  if (about === 'of-change' && change) return ofChange(judged, change);
  if (about === 'of-wish') return ofWish(judged);
  const { answered, strangers } = judgement;
  return { answered, strangers, refusals: [], settlesChange: false };
}

/** An answer to a change says nothing of lines that neither are in the change nor listed. */
function ofChange({ ledger, document, answer, judgement }: Judged, change: OrderChangeRecord): Consequences {
  const changed = new Set(change.lines.map(({ lineNumber }) => lineNumber));
  const concerned = judgement.answered.filter(
    ({ line: { lineNumber } }) => changed.has(lineNumber) || judgement.listed.has(lineNumber),
  );
  const isRefused = ({ line, comparison }: JudgedLine): boolean =>
    changed.has(line.lineNumber) && comparison.outcomes.includes('rejected');
  const whole = wholeMeaning(answer.standard, answer.answerCode) === 'reject';
  const refused = whole ? [...changed] : concerned.filter(isRefused).map(({ line }) => line.lineNumber);
  const heard = new Set([
    ...refused,
    ...change.lines.flatMap(({ action, lineNumber }) => (action === 'cancel' ? [lineNumber] : [])),
    ...concerned.filter(isFinal).map(({ line }) => line.lineNumber),
  ]);
  return {
    answered: concerned.filter((line) => !refused.includes(line.line.lineNumber)),
    strangers: judgement.strangers,
    refusals: refused.length > 0 ? [refusedChange(ledger.body, change, refused, document.id)] : [],
    settlesChange: [...changed].every((lineNumber) => heard.has(lineNumber)),
  };
}

const isFinal = ({ comparison: { outcomes } }: JudgedLine): boolean =>
  !outcomes.includes('held') && !outcomes.includes('unanswered');

/** A wish is about the lines it lists, whatever its codes claim; about goods on their way it comes too late. */
function ofWish({ ledger, judgement }: Judged): Consequences {
  const wished = judgement.answered
    .filter(({ line }) => judgement.listed.has(line.lineNumber))
    .map(asWish)
    .map((judged) => ({ ...judged, lineNumber: judged.line.lineNumber }));
  const { tellable, tooLate } = onTheirWay(ledger.body, wished);
  const late = tooLate
    .filter(({ comparison }) => comparison.outcomes[0] !== 'accepted')
    .map(({ line: { lineNumber, itemId } }) => ({ lineNumber, itemId, action: 'change' as const }));
  return {
    answered: tellable,
    strangers: judgement.strangers,
    refusals: late.length > 0 ? [changeNotPossible(ledger.body, late)] : [],
    settlesChange: false,
  };
}

function asWish(judged: JudgedLine): JudgedLine {
  const { comparison } = judged;
  const [first = 'accepted', ...others] = comparison.outcomes.filter(
    (outcome) => outcome !== 'contradicts' && outcome !== 'held',
  );
  return { ...judged, comparison: { ...comparison, outcomes: [first, ...others] } };
}
