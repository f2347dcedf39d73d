import type { AuditEntry } from '#contracts/client.ts';
import { linkTo } from '../../parts/filters.ts';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import type { Column } from '../../parts/resource-table.tsx';
import { Changes } from './changes-cell.tsx';
import { actorKey, targetParts } from './question.ts';

/** Who, when, from where, what, about what, why, and what it changed. */
export const columns: readonly Column<AuditEntry>[] = [
  { id: 'at', header: 'When', minWidth: 120, cell: ({ at }) => <Instant at={at} /> },
  { id: 'actor', header: 'Who, from where', minWidth: 180, cell: (entry) => <Actor entry={entry} /> },
  { id: 'action', header: 'What', isRowHeader: true, minWidth: 130, cell: ({ action }) => words(action) },
  { id: 'target', header: 'About', minWidth: 160, cell: ({ target }) => <Target target={target} /> },
  { id: 'reason', header: 'Why', minWidth: 160, cell: (entry) => <Why entry={entry} /> },
  { id: 'changes', header: 'What changed', minWidth: 240, cell: (entry) => <Changes entry={entry} /> },
];

const Why = ({ entry: { reason, detail } }: { readonly entry: AuditEntry }) => (
  <>
    {reason ?? '–'}
    {detail && <div>{detail}</div>}
  </>
);

const kinds: Readonly<Record<AuditEntry['actor']['kind'], string>> = {
  person: 'Person',
  consumer: 'Client of the API',
  function: 'Crossdock itself',
};

function Actor({ entry }: { readonly entry: AuditEntry }) {
  return (
    <>
      <PageLink
        href={linkTo('/audit', { actor: actorKey(entry) })}
        label={`${entry.actor.id}: everything done by them`}
      >
        {entry.actor.id}
      </PageLink>
      <div>
        {kinds[entry.actor.kind]}
        {entry.from && `, from ${entry.from}`}
      </div>
    </>
  );
}

function Target({ target }: { readonly target: string }) {
  const { type, id, path } = targetParts(target);
  return (
    <>
      <div>{words(type)}</div>
      {path ? <PageLink href={path}>{id}</PageLink> : id}
      <div>
        <PageLink href={linkTo('/audit', { target })} label={`All changes of ${words(type)} ${id}`}>
          All changes
        </PageLink>
      </div>
    </>
  );
}
