import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import type { PartnerDocument } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { type Finding, type MarkedSegment, markSegments } from './mark-segments.ts';
import './segments.css';

interface SegmentsProps {
  readonly text: string;
  readonly documents: readonly PartnerDocument[];
  readonly findings: readonly Finding[];
}

/** More than this are not drawn: the whole is downloaded. */
const MOST_SHOWN = 2_000;

/** An interchange, one segment a line, with what was found below the segment it names. */
export function Segments({ text, documents, findings }: SegmentsProps) {
  const segments = useMemo(
    () =>
      markSegments(
        text,
        documents.flatMap(({ id, edi, findings: own }) => (edi ? [{ id, ...edi, findings: own }] : [])),
        findings,
      ),
    [text, documents, findings],
  );
  const marked = segments.filter((segment) => segment.findings.length > 0).length;
  return (
    <SpaceBetween size="xs">
      <CopyToClipboard
        copyButtonText="Copy as it came"
        copySuccessText="Copied"
        copyErrorText="Could not be copied"
        textToCopy={text}
      />
      {marked > 0 && (
        <Alert type="warning">
          {marked === 1 ? 'One segment is marked' : `${marked} segments are marked`} with what was found.
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol className="segments" tabIndex={0} aria-label="Segments">
        {segments.slice(0, MOST_SHOWN).map((segment) => (
          <Segment key={segment.number} segment={segment} />
        ))}
      </ol>
    </SpaceBetween>
  );
}

function Segment({ segment }: { readonly segment: MarkedSegment }) {
  const { number, text, begins, documentId, findings } = segment;
  const classes = [begins && 'begins', findings.length > 0 && 'marked'].filter(Boolean).join(' ');
  return (
    <li className={classes}>
      <span className="number">{number}</span>
      <span className="text">
        {text}
        {begins && documentId && (
          <>
            {' '}
            <EntityLink type="partner-document" id={documentId}>
              the document
            </EntityLink>
          </>
        )}
      </span>
      {findings.map(({ code, at, message }) => (
        <span className="finding" key={`${code} ${at} ${message}`}>
          {at}: {message}
        </span>
      ))}
    </li>
  );
}
