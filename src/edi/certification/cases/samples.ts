/** Files that the partner really wrote: whatever the script foresees, these are how it writes. */
import type { Desk } from '../desk.ts';
import type { Case } from '../play.ts';

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const sampleCases = (samples: readonly SampleFile[]): readonly Case[] =>
  samples.map(({ name, bytes }, i) => ({
    name: `sample-${i + 1}`,
    title: `The partner's own file ${name.slice(-100)} is read, every document of it`,
    play: async (desk) => {
      const { split, quarantined } = await desk.receive(bytes);
      if (quarantined > 0) return setAside(desk);
      if (split === 0) return 'it holds no interchange';
      return rejected(desk);
    },
  }));

async function setAside({ ports: { records }, agreement }: Desk): Promise<string> {
  const scopes = [agreement.id, 'unknown'];
  const pages = await Promise.all(
    scopes.map((scope) =>
      records.list('interchange', { list: 'interchanges-by-partner', scope, limit: 200 }),
    ),
  );
  const found = pages
    .flatMap(({ entries }) => entries)
    .filter(({ body }) => body.state === 'quarantined')
    .flatMap(({ body }) => body.findings.slice(0, 3).map(({ at, message }) => `${at}: ${message}`));
  return `it is set aside: ${found.join('; ')}`;
}

async function rejected(desk: Desk): Promise<string | undefined> {
  const found = (await desk.received()).flatMap(({ state, edi, findings }) =>
    state === 'rejected'
      ? findings.slice(0, 2).map(({ at, message }) => `${edi?.type ?? ''} ${at}: ${message}`)
      : [],
  );
  return found.length === 0 ? undefined : found.slice(0, 5).join('; ');
}
