import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf, outcomeOf } from '#edi/codec/interchange.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { bytes } from '../samples.ts';

/** What tests of X12 ask of a text: what was read, which faults, what became of its transactions. */
export const read = (text: string, lenient = false): ReadResult => parseX12([bytes(text)], { lenient });

export const kindsOf = (result: ReadResult): string[] => faultsOf(result).map(({ kind }) => kind);

export const transactionsOf = (result: ReadResult) =>
  result.interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) =>
      group.transactions.map((transaction) => ({
        type: transaction.type,
        reference: transaction.reference,
        outcome: outcomeOf(transaction, group, interchange),
      })),
    ),
  );
