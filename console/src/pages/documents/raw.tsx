import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { bytesText } from '../../parts/format.ts';

interface RawProps {
  readonly title: string;
  readonly description: string;
  readonly content: {
    readonly text?: string;
    readonly truncated: boolean;
    readonly sizeBytes: number;
    readonly url: string;
  };
  /** Shows the text. */
  readonly children: (text: string) => ReactNode;
}

/** What a document really says, as far as it is shown, and the whole of it to download. */
export function Raw({ title, description, content, children }: RawProps) {
  const { text, truncated, sizeBytes, url } = content;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={description}
          actions={
            <Button href={url} iconName="download" target="_blank">
              Download {bytesText(sizeBytes)}
            </Button>
          }
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {truncated && <Alert type="info">Only the beginning is shown. Download it to see the whole.</Alert>}
        {text === undefined ? (
          <Alert type="info">This is no text. Download it to look at it.</Alert>
        ) : (
          children(text)
        )}
      </SpaceBetween>
    </Container>
  );
}
