import type { Rehearsal } from '#contracts/client.ts';
import { aboutOf } from './about.ts';
import { EntityLink } from './entity-link.tsx';
import { words } from './format.ts';

/** What somebody would write and send, in order. */
export const Effects = ({ effects }: { readonly effects: Rehearsal['effects'] }) => (
  <ol>
    {effects.map(({ what, about }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same may be done twice; its place is its name
      <li key={index}>
        {what} <About about={about} />
      </li>
    ))}
  </ol>
);

function About({ about }: { readonly about: string }) {
  const record = aboutOf(about);
  if (!record) return <>{about}</>;
  return (
    <>
      {words(record.type).toLowerCase()} <EntityLink type={record.type} id={record.id} />
    </>
  );
}
