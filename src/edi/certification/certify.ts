import type { CertificationCase, CertificationReport } from '#core/canonical/certification.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { answerCases } from './cases/answers.ts';
import { misbehaviourCases } from './cases/misbehaviours.ts';
import { paperCases } from './cases/papers.ts';
import { type SampleFile, sampleCases } from './cases/samples.ts';
import { sentCases } from './cases/sent.ts';
import { deskFor, type EmptyRoom } from './desk.ts';
import type { Case } from './play.ts';

/** Every case that an agreement calls for. */
export const casesFor = (agreement: PartnerAgreement): readonly Case[] => [
  ...sentCases(agreement),
  ...answerCases(agreement),
  ...paperCases(agreement),
  ...misbehaviourCases(agreement),
];

/**
 * Play a scripted exchange with a simulated partner under an agreement.
 * 1. Each case in a room of its own: nothing reaches the partner, no control number of theirs is used up.
 * 2. Through the same exchange that live interchanges take, with this agreement's addresses, versions, characters,
 *    deviations and acknowledgements.
 * 3. Files that the partner really wrote, where there are some, are read the same way.
 * 4. A case that breaks is a case that failed, with what it said.
 * Problem: `document-not-agreed` when no EDI is agreed.
 */
export async function certify(
  roomFor: () => EmptyRoom,
  agreement: PartnerAgreement,
  version: number,
  samples: readonly SampleFile[] = [],
): Promise<Result<CertificationReport>> {
  const { edi, id: partnerId } = agreement;
  if (!edi)
    return fail(problem('document-not-agreed', `EDI is not agreed with ${partnerId}: nothing to certify.`));
  const at = roomFor().clock.now();
  const cases: CertificationCase[] = [];
  for (const { name, title, play } of [...casesFor(agreement), ...sampleCases(samples)]) {
    const reason = await attempt(async () => play(await deskFor(roomFor(), { ...agreement, edi }, version)));
    cases.push({ name, title, passed: reason === undefined, ...(reason !== undefined && { reason }) });
  }
  const passed = cases.filter((one) => one.passed).length;
  const failed = cases.length - passed;
  return ok({ partnerId, agreementVersion: version, at, passed, failed, cases });
}

async function attempt(play: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return (await play())?.slice(0, 1000);
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  }
}
