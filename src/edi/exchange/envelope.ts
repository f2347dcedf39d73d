/** Transactions in the envelope their partner agreed to: addresses, versions, delimiters, control numbers, usage. */
import type { EdiAgreement, EdifactAgreement, X12Agreement } from '#core/canonical/partner-agreement.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Segment } from '../codec/segment.ts';
import type { Written } from '../codec/write-segments.ts';
import { levelA } from '../edifact/delimiters.ts';
import { serialiseEdifact } from '../edifact/serialise.ts';
import type { X12Delimiters } from '../x12/delimiters.ts';
import { functionalGroups } from '../x12/envelope.ts';
import { serialiseX12, usualX12Delimiters } from '../x12/serialise.ts';
import type { TakenNumbers } from './control-numbers.ts';

/** A transaction set or message to send: its body, without header and trailer. */
export interface OutgoingBody {
  /** `850`, `ORDERS`. */
  readonly type: string;
  readonly body: readonly Segment[];
}

export interface Contents {
  readonly transactions: readonly OutgoingBody[];
  /** Interchange acknowledgements (TA1). */
  readonly services?: readonly Segment[];
}

type Numbers = Pick<TakenNumbers, 'interchange' | 'group' | 'transactions'>;

/** The references under which an answer names our transactions: ST02, UNH 0062. */
export const transactionReference = (edi: EdiAgreement, number: number): string =>
  edi.standard === 'x12' ? String(number).padStart(4, '0') : String(number);

/** The bytes of one interchange, or every value that cannot be written with the partner's delimiters. */
export const writeInterchange = (
  edi: EdiAgreement,
  contents: Contents,
  numbers: Numbers,
  now: Instant,
): Written =>
  edi.standard === 'x12' ? writeX12(edi, contents, numbers, now) : writeEdifact(edi, contents, numbers, now);

/** The characters of an interchange to this partner. */
export function x12DelimitersOf({ delimiters, version }: X12Agreement): X12Delimiters {
  const { element, component, terminator, repetition } = { ...usualX12Delimiters, ...delimiters };
  return { element, component, terminator, repetition: version === '004010' ? '' : (repetition ?? '') };
}

/** `20261121` and `0724`. */
const digitsOf = (now: Instant) => ({
  date: now.slice(0, 10).replaceAll('-', ''),
  time: now.slice(11, 16).replace(':', ''),
});

function writeX12(edi: X12Agreement, contents: Contents, numbers: Numbers, now: Instant): Written {
  const { us, them, version, usage } = edi;
  const { date, time } = digitsOf(now);
  const { transactions, services = [] } = contents;
  const group = {
    functionalId: functionalGroups[transactions[0]?.type ?? ''] ?? '',
    sender: us.group ?? us.id,
    receiver: them.group ?? them.id,
    date,
    time,
    controlNumber: numbers.group,
    version,
    transactions: transactions.map(({ type, body }, i) => ({
      type,
      body,
      controlNumber: transactionReference(edi, numbers.transactions[i] ?? 0),
    })),
  };
  const interchange = {
    sender: us,
    receiver: them,
    date: date.slice(2),
    time,
    version: version === '004010' ? '00401' : '00501',
    controlNumber: numbers.interchange,
    acknowledgementRequested: false,
    test: usage === 'test',
    services,
    groups: transactions.length === 0 ? [] : [group],
  };
  return serialiseX12(interchange, x12DelimitersOf(edi), { charset: 'utf-8' });
}

function writeEdifact(edi: EdifactAgreement, contents: Contents, numbers: Numbers, now: Instant): Written {
  const { us, them, version, usage, syntax, association = '', acknowledgements } = edi;
  const { date, time } = digitsOf(now);
  const messages = contents.transactions.map(({ type, body }, i) => ({
    type,
    ...(type === 'CONTRL'
      ? contrlVersion(edi)
      : { version: version.slice(0, 1), release: version.slice(1), association }),
    agency: 'UN',
    reference: transactionReference(edi, numbers.transactions[i] ?? 0),
    body,
  }));
  const delimiters = syntax.version === '4' ? { ...levelA, repetition: '*' } : levelA;
  const interchange = {
    syntaxIdentifier: syntax.identifier,
    syntaxVersion: syntax.version,
    sender: us,
    receiver: them,
    date: syntax.version === '4' ? date : date.slice(2),
    time,
    reference: String(numbers.interchange),
    acknowledgementRequested:
      acknowledgements.expectWithinMinutes !== undefined && messages.some(({ type }) => type !== 'CONTRL'),
    test: usage === 'test',
    messages,
  };
  return serialiseEdifact(interchange, delimiters);
}

/** CONTRL carries the version of the syntax, not of a directory. */
const contrlVersion = ({ syntax }: EdifactAgreement) =>
  syntax.version === '4'
    ? { version: '4', release: '1', association: '' }
    : { version: 'D', release: '3', association: '' };
