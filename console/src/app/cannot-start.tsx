import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';

/** When there is not even a sign-in: why, and a way to try again. */
export function CannotStart({ failure }: { readonly failure: unknown }) {
  const text = failure instanceof Error ? failure.message : String(failure);
  return (
    <main>
      <Box padding="xxl">
        <Box variant="h1" margin={{ bottom: 'm' }}>
          Crossdock cannot start
        </Box>
        <Alert
          type="error"
          header="Something is missing before you can sign in"
          action={<Button onClick={() => location.assign('/')}>Try again</Button>}
        >
          {text}
        </Alert>
      </Box>
    </main>
  );
}
