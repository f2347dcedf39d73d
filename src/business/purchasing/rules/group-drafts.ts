import type { ExceptionDraft } from '#core/canonical/exception.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';

/** So many fit into one commit beside what found them. */
export const MOST_DRAFTS = 8;

/**
 * Exceptions few enough for one commit: as they are, or one for all lines of a kind with the lines as its evidence.
 * `cause` is what tells the group from others of its kind.
 */
export function groupDrafts(
  drafts: readonly ExceptionDraft[],
  cause: readonly string[],
  subject: string,
): readonly ExceptionDraft[] {
  if (drafts.length <= MOST_DRAFTS) return drafts;
  const byKind = Map.groupBy(drafts, ({ kind }) => kind);
  return [...byKind.values()].flatMap((those) => {
    const [first] = those;
    return first ? [grouped(first, those, cause, subject)] : [];
  });
}

function grouped(
  { kind, about }: ExceptionDraft,
  drafts: readonly ExceptionDraft[],
  cause: readonly string[],
  subject: string,
): ExceptionDraft {
  const { lineNumber: _line, itemId: _item, ...common } = about;
  const currency = drafts[0]?.atStake?.currency;
  const stake = drafts.reduce((sum, { atStake }) => sum + micros(atStake?.amount ?? '0'), ZERO);
  return {
    kind,
    cause,
    title: `${drafts.length} lines of ${subject}: ${kind.replaceAll('-', ' ')}.`,
    about: common,
    evidence: drafts.flatMap(evidenceOfLine).slice(0, 50),
    ...(currency && { atStake: { amount: decimalText(stake), currency } }),
  };
}

const evidenceOfLine = ({
  about: { lineNumber, itemId },
  evidence,
}: ExceptionDraft): ExceptionDraft['evidence'] =>
  evidence.map((row) => ({
    ...row,
    what: `line ${lineNumber ?? ''} ${itemId ?? ''} ${row.what}`.slice(0, 80),
  }));
