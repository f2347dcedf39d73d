import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { Fault } from '#core/kernel/problem.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';

/** Documents that only one of the two ways of exchanging can carry. */
const EDI_ONLY: ReadonlySet<string> = new Set(['order-change', 'planning-schedule', 'product-activity']);

/**
 * What is wrong with an agreement beyond its schema, every fault at once; undefined when it can be kept to.
 * Problem: `validation-failed`, its faults as JSON pointers into the agreement.
 */
export function faultsOfAgreement(
  agreement: PartnerAgreement,
  faultOfExpression: (expression: string) => string | undefined,
): Problem | undefined {
  const { edi, deviations } = agreement;
  const faults: Fault[] = [
    ...(edi ? ediFaults(edi) : withoutEdi(agreement)),
    ...repeated(agreement),
    ...deviations.flatMap(({ expression }, index) => {
      const message = faultOfExpression(expression);
      return message === undefined ? [] : [{ at: `/deviations/${index}/expression`, message }];
    }),
  ];
  if (faults.length === 0) return undefined;
  return problem('validation-failed', `The agreement with ${agreement.id} cannot be kept to as it is.`, {
    faults,
  });
}

function ediFaults(edi: EdiAgreement): Fault[] {
  const { us, them } = edi;
  const same = us.qualifier === them.qualifier && us.id === them.id;
  return [
    ...(same ? [{ at: '/edi/them', message: 'is our own address' }] : []),
    ...(edi.standard === 'x12' ? x12Faults(edi) : []),
  ];
}

/**
 * ISA06, ISA08, GS02 and GS03 have 15 characters, the qualifiers two; separators must be tellable from text and each
 * other; the 999 came with 005010.
 */
function x12Faults({
  us,
  them,
  delimiters,
  version,
  acknowledgements,
}: Extract<EdiAgreement, { standard: 'x12' }>): Fault[] {
  const tooLong = 'has more than 15 characters';
  const addresses = Object.entries({ us, them }).flatMap(([side, { qualifier, id, group = '' }]) => [
    ...(id.length > 15 ? [{ at: `/edi/${side}/id`, message: tooLong }] : []),
    ...(group.length > 15 ? [{ at: `/edi/${side}/group`, message: tooLong }] : []),
    ...(qualifier.length === 2
      ? []
      : [{ at: `/edi/${side}/qualifier`, message: 'must have two characters' }]),
  ]);
  const taken = new Set<string>();
  const separators = Object.entries(delimiters ?? {}).flatMap(([name, character = '']) => {
    const at = `/edi/delimiters/${name}`;
    if (/[A-Za-z0-9 ]/.test(character)) return [{ at, message: 'must be no letter, digit or blank' }];
    if (taken.has(character)) return [{ at, message: 'is the same as another one' }];
    taken.add(character);
    return [];
  });
  const unknown = acknowledgements.send === '999' && version === '004010';
  const answer = { at: '/edi/acknowledgements/send', message: 'there is no 999 before version 005010' };
  return [...addresses, ...separators, ...(unknown ? [answer] : [])];
}

function withoutEdi({ documents }: PartnerAgreement): Fault[] {
  return documents.send.flatMap((kind, index) =>
    EDI_ONLY.has(kind)
      ? [{ at: `/documents/send/${index}`, message: 'is sent by EDI alone, and none is agreed' }]
      : [],
  );
}

const repeated = ({ documents }: PartnerAgreement): Fault[] =>
  (['send', 'receive'] as const).flatMap((way) =>
    documents[way].flatMap((kind, index, all) =>
      all.indexOf(kind as never) < index
        ? [{ at: `/documents/${way}/${index}`, message: 'stands there twice' }]
        : [],
    ),
  );
