import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Interchange } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { Element, Segment } from '#edi/codec/segment.ts';
import { componentsOf, occurrencesOf } from '#edi/codec/segment.ts';
import { acknowledgeEdifact } from '#edi/edifact/acknowledge.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '#edi/x12/acknowledge.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { contrlOf, functionalAcknowledgement } from './acknowledgement.ts';
import type { FaultyInput } from './faulty-inputs.ts';
import { faultyInputs } from './faulty-inputs.ts';

const written = (element: Element): string =>
  occurrencesOf(element)
    .map((occurrence) => componentsOf(occurrence).join('>'))
    .join('^');

const lineOf = ({ id, elements }: Segment): string => `  ${[id, ...elements.map(written)].join('*')}`;

function x12Answers(interchange: Interchange): string[] {
  const lines = [lineOf(acknowledgeInterchange(interchange))];
  for (const group of interchange.groups)
    for (const kind of ['997', '999'] as const) {
      const body = acknowledgeGroup(group, interchange, { kind, reserved: '*~>^' });
      lines.push(` ${kind}${body ? '' : ' none'}`, ...(body ?? []).map(lineOf));
    }
  return lines;
}

const edifactAnswers = (interchange: Interchange): string[] =>
  acknowledgeEdifact(interchange)?.map(lineOf) ?? [' none'];

/** What a partner hears of one input: the TA1 and the 997 and 999 of every group, or the CONTRL. */
function page({ name, syntax, data, options }: FaultyInput): string {
  const { interchanges } =
    syntax === 'x12'
      ? parseX12([data], { schemas: findX12Schema, ...options })
      : parseEdifact([data], { schemas: findEdifactSchema, ...options });
  return [`# ${name}`, ...interchanges.flatMap(syntax === 'x12' ? x12Answers : edifactAnswers)].join('\n');
}

/** The answers to an input, each in an interchange of its own. */
function sent({ syntax, data, options }: FaultyInput): Uint8Array[] {
  const { interchanges } =
    syntax === 'x12'
      ? parseX12([data], { schemas: findX12Schema, ...options })
      : parseEdifact([data], { schemas: findEdifactSchema, ...options });
  const named = interchanges.filter(({ reference }) => /^[A-Z0-9]+$/.test(reference));
  if (syntax === 'edifact')
    return named.filter((interchange) => acknowledgeEdifact(interchange)).map((one) => contrlOf(one));
  return named.flatMap((interchange) => [
    functionalAcknowledgement(interchange, '997', '004010'),
    functionalAcknowledgement(interchange, '999', '005010'),
  ]);
}

/** UCM says a message's name as it was sent, also where that is no name. */
const asItWas: ReadonlySet<string> = new Set([
  'edifact: UNH without a message type',
  'edifact: a type of too many letters',
  'edifact: a type with a digit before it',
  'edifact: a message with neither version nor release',
]);
/** Where nobody could be answered there is nothing to look at. */
const answered = faultyInputs.filter((input) => !asItWas.has(input.name) && sent(input).length > 0);

test.each(answered)('[S4] $name: the answer is without fault itself', (input) => {
  for (const answer of sent(input)) {
    const schemas = (type: string, version: string) =>
      findX12Schema(type, version) ?? findEdifactSchema(type, version);
    const read = parseInterchanges(answer, { schemas });
    expect(read && faultsOf(read).map(({ message }) => message)).toEqual([]);
  }
});

test('[S4] every fault is answered as the standard has it', async () => {
  const pages = faultyInputs.map(page).join('\n\n');
  await expect(`${pages}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../fixtures/edi-faults/every-answer.txt'),
  );
});
