import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EdiFault } from '#edi/codec/fault.ts';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { oneByOne } from './arbitraries.ts';
import type { FaultyInput } from './faulty-inputs.ts';
import { faultyInputs } from './faulty-inputs.ts';

const readIn = ({ syntax, options }: FaultyInput, chunks: Iterable<Uint8Array>): ReadResult =>
  syntax === 'x12'
    ? parseX12(chunks, { schemas: findX12Schema, ...options })
    : parseEdifact(chunks, { schemas: findEdifactSchema, ...options });

/** `error ST@1/2 reference-missing AK502 7: ST has no control reference`. */
function told(fault: EdiFault): string {
  const {
    severity,
    level,
    segment,
    position,
    element,
    component,
    kind,
    standard,
    message,
    value,
    loop,
    reference,
  } = fault;
  const place = `${segment}@${position}${element ? `/${element}` : ''}${component ? `.${component}` : ''}`;
  const more = [
    loop && `loop ${loop}`,
    reference && `element ${reference}`,
    value !== undefined && JSON.stringify(value),
  ];
  const details = more.filter((one) => one !== undefined && one !== '' && one !== false).join(', ');
  const code = `${standard.list} ${standard.code}`;
  return `${severity} ${level} ${place} ${kind} ${code}: ${message}${details === '' ? '' : ` (${details})`}`;
}

/** A page a case: what was read at which level, what became of it, and every fault in the words it is told in. */
function page(input: FaultyInput): string {
  const { interchanges, faults } = readIn(input, [input.data]);
  const lines = faults.map((fault) => `outside: ${told(fault)}`);
  for (const interchange of interchanges) {
    const { sender, receiver, test: isTest, acknowledgementRequested } = interchange;
    const asked = [isTest && 'test', acknowledgementRequested && 'asks for an answer'].filter(Boolean);
    const between = [sender, receiver].map(({ qualifier, id }) => `${qualifier}:${id}`).join(' to ');
    lines.push(
      [`interchange ${JSON.stringify(interchange.reference)} ${interchange.outcome}`, between, ...asked].join(
        ', ',
      ),
    );
    lines.push(...interchange.services.map((segment) => `  service ${segment.id}@${segment.position}`));
    lines.push(...interchange.faults.map((fault) => `  ${told(fault)}`));
    for (const group of interchange.groups) {
      const { type, version, reference, declaredCount, outcome } = group;
      lines.push(`  group ${JSON.stringify([type, version, reference, declaredCount])} ${outcome}`);
      lines.push(...group.faults.map((fault) => `    ${told(fault)}`));
      for (const transaction of group.transactions) {
        const { type, version, convention, reference, segments, outcome } = transaction;
        const tags = segments.map(({ id, position }) => `${id}@${position}`).join(' ');
        lines.push(
          `    transaction ${JSON.stringify([type, version, convention, reference])} ${outcome}: ${tags}`,
        );
        lines.push(...transaction.faults.map((fault) => `      ${told(fault)}`));
      }
    }
  }
  return [`# ${input.name}`, ...lines].join('\n');
}

test('[S1] every fault is told with its place, its code and its words', async () => {
  const pages = faultyInputs.map(page).join('\n\n');
  await expect(`${pages}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../fixtures/edi-faults/every-fault.txt'),
  );
});

test.each(faultyInputs)('[S3] $name: the same byte by byte', (input) => {
  expect(readIn(input, oneByOne(input.data))).toEqual(readIn(input, [input.data]));
});
