import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import type { InterchangeWithContent } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { above } from './above.ts';
import { Carried } from './carried.tsx';
import { Findings } from './findings.tsx';
import { InterchangeFacts } from './interchange-facts.tsx';
import { Raw } from './raw.tsx';
import { RecordHistory } from './record-history.tsx';
import { Segments } from './segments.tsx';

/** One interchange: its segments with what was found in them, its documents, its acknowledgement. */
export function InterchangePage() {
  const api = useApi();
  const { interchangeId = '' } = useParams();
  const query = useRecord(['interchange', interchangeId], () => api.getInterchange({ interchangeId }));
  const interchange = query.data?.data;
  return (
    <Page
      title={interchange ? `Interchange ${interchange.controlNumber ?? interchange.fileName}` : 'Interchange'}
      description={interchange ? wayOf(interchange) : ''}
      above={above}
      info={interchange && <StateBadge state={interchange.state} />}
      actions={interchange && setAside.has(interchange.state) && <ReadAgain interchange={interchange} />}
    >
      <Loaded query={query} what="the interchange">
        {({ data }) => <Content interchange={data} />}
      </Loaded>
    </Page>
  );
}

const wayOf = ({ direction, partnerId = 'an unknown sender', isAcknowledgement }: InterchangeWithContent) =>
  `${isAcknowledgement ? 'Acknowledgements' : 'Documents'} ${direction === 'in' ? 'from' : 'to'} ${partnerId}`;

/** States in which it was not read, and may be once the cause is gone. */
const setAside: ReadonlySet<string> = new Set(['quarantined', 'refused']);

function Content({ interchange }: { readonly interchange: InterchangeWithContent }) {
  const { id, findings, documents, content, history, readAgainAs } = interchange;
  return (
    <SpaceBetween size="l">
      {readAgainAs && (
        <Alert type="info">
          It was read again, as <EntityLink type="interchange" id={readAgainAs} />.
        </Alert>
      )}
      <InterchangeFacts interchange={interchange} />
      {findings.length > 0 && <Findings findings={findings} none="Nothing was found wrong" />}
      <Carried interchange={interchange} />
      {content && (
        <Raw
          title="What was written"
          description="Segment by segment; what was found stands below the segment it names."
          content={content}
        >
          {(text) => <Segments text={text} documents={documents} findings={findings} />}
        </Raw>
      )}
      <RecordHistory id={id} history={history} />
    </SpaceBetween>
  );
}

function ReadAgain({ interchange: { id, fileName } }: { readonly interchange: InterchangeWithContent }) {
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <ReasonAction
      scope="interchanges.reprocess"
      label="Read it again"
      title={`Read ${fileName} again?`}
      explain="It is read once more, unchanged, with the agreements as they are now. Nothing is applied twice."
      reason="none"
      run={async () => {
        const { data } = await api.reprocessInterchange({ interchangeId: id });
        await queries.invalidateQueries();
        if (data.interchangeId !== id)
          void navigate(`/interchanges/${encodeURIComponent(data.interchangeId)}`);
      }}
      done={`${fileName} was read again.`}
    />
  );
}
