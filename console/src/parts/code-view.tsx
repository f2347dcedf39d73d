import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { type CodeKind, codeLines, kindOf } from './code-lines.ts';

interface CodeViewProps {
  readonly text: string;
  /** Guessed from how it begins unless said. */
  readonly kind?: CodeKind;
  /** What it is, for screen readers: `Raw interchange`. */
  readonly label: string;
}

/** More lines than this are not drawn: the whole is copied or downloaded. */
const MOST_LINES = 2_000;

/** A document as it is, in numbered lines. */
export function CodeView({ text, kind, label }: CodeViewProps) {
  const lines = useMemo(() => codeLines(text, kind ?? kindOf(text)), [text, kind]);
  const shown = lines.slice(0, MOST_LINES);
  return (
    <SpaceBetween size="xs">
      <CopyToClipboard
        copyButtonText="Copy as it came"
        copyButtonAriaLabel={`Copy as it came: ${label}`}
        copySuccessText="Copied"
        copyErrorText="Could not be copied"
        textToCopy={text}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is preformatted text and a region at once */}
      <pre className="code-view" tabIndex={0} role="region" aria-label={label}>
        {shown.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their number
          <span key={index}>{line}</span>
        ))}
      </pre>
      {lines.length > MOST_LINES && (
        <Box color="text-body-secondary" fontSize="body-s">
          The first {MOST_LINES} of {lines.length} lines. Copy or download it to see the rest.
        </Box>
      )}
    </SpaceBetween>
  );
}
