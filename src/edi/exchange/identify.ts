import type { ExceptionKind } from '#core/canonical/exception.ts';
import { partnerOfAddresses } from '#core/canonical/partner.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Interchange } from '../codec/interchange.ts';
import { interchangeAsAgreed } from './as-agreed.ts';
import { type Correspondent, correspondentOf } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/** Whose interchange it is, read as agreed; or why it is set aside. */
export type Identified =
  | { readonly kind: 'known'; readonly correspondent: Correspondent; readonly interchange: Interchange }
  | {
      readonly kind: 'aside';
      readonly exception: Extract<ExceptionKind, 'unknown-partner' | 'unreadable-interchange'>;
      readonly reason: Problem;
      /** Whose it is, where that is known all the same. */
      readonly partnerId?: string;
      /** Present where the partner is to be told that it is refused. */
      readonly correspondent?: Correspondent;
    };

/** The partner in whose mailbox a file lay. */
export const mailboxOf = (key: string): string | undefined => /^partners\/([^/]+)\/in\//.exec(key)?.[1];

/**
 * Find the partner of an interchange by its addresses, and hold it against the agreement.
 * 1. Sender and receiver lead to one partner, whose mailbox it came by.
 * 2. EDI in this standard is agreed, the partner is not suspended, and it is test or production as agreed.
 * 3. Its envelope is whole, as strictly as agreed.
 */
export async function identify(
  ports: Pick<ExchangePorts, 'records' | 'settings'>,
  interchange: Interchange,
  key: string,
): Promise<Identified> {
  const { sender, receiver, header } = interchange;
  if (!header) return aside('unreadable-interchange', 'edi-unreadable', 'it has no header');
  const partner = await ports.records.findByIdentifier('partner', partnerOfAddresses(sender, receiver));
  if (!partner)
    return nobody(
      `nobody is known as ${sender.qualifier}:${sender.id} to ${receiver.qualifier}:${receiver.id}`,
    );
  if (mailboxOf(key) !== undefined && mailboxOf(key) !== partner.id)
    return nobody(`its sender is ${sender.qualifier}:${sender.id}, whose mailbox this is not`);
  const found = await correspondentOf(ports, partner.id);
  const refusal = found.ok ? notAsAgreed(found.value, interchange) : found.problem;
  if (!found.ok || refusal) {
    const { code, detail } = refusal ?? { code: 'partner-unknown', detail: '' };
    return { ...aside('unknown-partner', code, detail), partnerId: partner.id };
  }
  const { edi } = found.value;
  const agreed = interchangeAsAgreed(interchange, edi);
  if (agreed.outcome === 'rejected') {
    const [worst] = agreed.faults.filter(({ severity }) => severity === 'error');
    const detail = worst?.message ?? 'its envelope is broken';
    const known = { partnerId: partner.id, correspondent: found.value };
    return { ...aside('unreadable-interchange', 'edi-unreadable', detail), ...known };
  }
  return { kind: 'known', correspondent: found.value, interchange: agreed };
}

/** What keeps an interchange of a known partner from being read. */
function notAsAgreed(
  { partnerId, agreement, edi }: Correspondent,
  { syntax, test }: Interchange,
): Problem | undefined {
  if (agreement.status === 'suspended')
    return problem('partner-suspended', `partner ${partnerId} is suspended`);
  if (edi.standard !== syntax)
    return problem('document-not-agreed', `it is ${syntax}; ${edi.standard} is agreed`);
  if (test === (edi.usage === 'test')) return undefined;
  const marked = test ? 'test' : 'production';
  return problem('document-not-agreed', `it is marked ${marked}; ${edi.usage} is agreed`);
}

const nobody = (detail: string) => aside('unknown-partner', 'partner-unknown', detail);

const aside = (
  exception: Extract<ExceptionKind, 'unknown-partner' | 'unreadable-interchange'>,
  code: Problem['code'],
  detail: string,
) => ({ kind: 'aside', exception, reason: problem(code, detail) }) as const;
