import { charsetOf, codecOf } from '#edi/codec/charset.ts';

/**
 * What an interchange says, in the characters it was written in: an EDIFACT one names them in its envelope (UNB, data
 * element 0001), whatever the agreement says of it. Undefined for X12, which names none.
 */
export function textOfInterchange(bytes: Uint8Array): string | undefined {
  const latin1 = codecOf('iso-8859-1');
  const syntax = /^(?:UNA.{6}\s*)?UNB.(UNO[A-Z])/.exec(latin1.decode(bytes.subarray(0, 40)))?.[1];
  const charset = syntax && charsetOf(syntax);
  return charset && charset !== 'utf-8' ? codecOf(charset).decode(bytes) : undefined;
}
