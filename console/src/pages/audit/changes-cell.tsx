import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AuditEntry } from '#contracts/client.ts';
import { linkTo } from '../../parts/filters.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { changesText, valueText } from './changes.ts';
import { targetParts } from './question.ts';

/** What one write changed, field by field, before and after; folded until it is asked for. */
export function Changes({ entry }: { readonly entry: AuditEntry }) {
  const { changes, correlationId } = entry;
  if (changes.length === 0) return '–';
  return (
    <ExpandableSection headerText={changesText(changes)}>
      <SpaceBetween size="s">
        {changes.map((change) => (
          <Change key={`${change.record}:${change.version}`} change={change} />
        ))}
        {correlationId && (
          <Box fontSize="body-s">
            Belongs to{' '}
            <PageLink href={linkTo('/documents', { find: correlationId })}>{correlationId}</PageLink>
          </Box>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}

function Change({ change }: { readonly change: AuditEntry['changes'][number] }) {
  const { path, id } = targetParts(change.record);
  return (
    <div>
      <Box fontWeight="bold">
        {path ? <PageLink href={path}>{id}</PageLink> : id}, version {change.version}
      </Box>
      <dl style={{ margin: 0 }}>
        {change.fields.map(({ path: field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd style={{ marginInlineStart: '1rem', overflowWrap: 'anywhere' }}>
              <Value json={before} nothing="was not there" /> → <Value json={after} nothing="is gone" />
            </dd>
          </div>
        ))}
      </dl>
      {change.cut && <Box color="text-body-secondary">There is more than is shown.</Box>}
    </div>
  );
}

function Value({ json, nothing }: { readonly json: string | undefined; readonly nothing: string }) {
  const text = valueText(json);
  return text === undefined ? <i>{nothing}</i> : <code>{text}</code>;
}
