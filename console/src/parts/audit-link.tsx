import { useMay } from '../session/me.ts';
import { auditPathOf } from './entity-paths.ts';
import { PageLink } from './page-link.tsx';

/** To who did what to a record or setting, when and why; absent for who may not read that. */
export function AuditLink({ type, id }: { readonly type: string; readonly id: string }) {
  const may = useMay();
  if (!may('audit.read')) return null;
  return <PageLink href={auditPathOf(type, id)}>Who did what</PageLink>;
}
