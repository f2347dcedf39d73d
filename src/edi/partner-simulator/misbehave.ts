/** What partners do to their own interchanges. Each takes good bytes and answers what arrives instead. */
import type { EdiAgreement, X12Agreement } from '#core/canonical/partner-agreement.ts';
import { x12DelimitersOf } from '../exchange/envelope.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (changed: string): Uint8Array => Buffer.from(changed, 'latin1');

/** Cut off in the middle: the connection broke. */
export const truncated = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.6));

/** The trailer of the first transaction (SE, UNT) counts one segment too many. */
export function miscounted(bytes: Uint8Array, edi: EdiAgreement): Uint8Array {
  const before = edi.standard === 'x12' ? trailerOf(edi) : "'UNT+";
  const content = text(bytes);
  const from = content.indexOf(before) + before.length;
  if (from < before.length) throw new Error('there is no trailer');
  const count = /^\d+/.exec(content.slice(from))?.[0] ?? '';
  return bytesOf(content.slice(0, from) + String(Number(count) + 1) + content.slice(from + count.length));
}

function trailerOf(edi: X12Agreement): string {
  const { terminator, element } = x12DelimitersOf(edi);
  return `${terminator}SE${element}`;
}

/** Zeros over its beginning: no standard can be told. */
export const unreadable = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, place) => (place < 120 ? 0 : byte));
