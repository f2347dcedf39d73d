import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { Component, type ReactNode } from 'react';

interface State {
  readonly failure: Error | undefined;
}

/** Keeps the rest of the console standing when one page falls, and says so. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <Alert
        type="error"
        header="This page could not be shown"
        action={<Button onClick={() => location.reload()}>Load it again</Button>}
      >
        Nothing was changed. A newer version of the console may have been published meanwhile. (
        {failure.message})
      </Alert>
    );
  }
}
