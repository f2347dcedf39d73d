import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { every } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { linkTo } from '../../parts/filters.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { AboutException } from './about-exception.tsx';
import { Comments } from './comments.tsx';
import { Evidence } from './evidence.tsx';
import { ExceptionActions } from './exception-actions.tsx';
import { ExceptionFacts } from './exception-facts.tsx';
import { ExceptionHistory } from './exception-history.tsx';
import { queueNames } from './queues.ts';
import { Severity } from './severity.tsx';
import { UnknownCode } from './unknown-code.tsx';

/** One exception: both sides of it, what can be done, what was said and done. */
export function ExceptionPage() {
  const { exceptionId = '' } = useParams();
  const api = useApi();
  const query = useRecord(['exception', exceptionId], () => api.getException({ exceptionId }), {
    interval: every.seconds5,
  });
  const exception = query.data?.data;
  return (
    <Page
      title={exception?.title ?? 'Exception'}
      above={[
        { text: 'Exceptions', href: '/exceptions' },
        ...(exception
          ? [
              {
                text: queueNames[exception.owner],
                href: linkTo('/exceptions', { queue: exception.owner }),
              },
            ]
          : []),
      ]}
      {...(exception && {
        info: <Severity severity={exception.severity} />,
        actions: <ExceptionActions exception={exception} />,
      })}
    >
      <Loaded query={query} what="the exception">
        {({ data }) => <Content key={data.id} exception={data} />}
      </Loaded>
    </Page>
  );
}

function Content({ exception }: { readonly exception: Exception }) {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">At a glance</Header>}>
        <ExceptionFacts exception={exception} />
      </Container>
      <Evidence exception={exception} />
      {exception.kind === 'unknown-code' && <UnknownCode exception={exception} />}
      <AboutException exception={exception} />
      <Comments exception={exception} />
      <ExceptionHistory exception={exception} />
    </SpaceBetween>
  );
}
