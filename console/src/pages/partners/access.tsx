import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Partner } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';

/** The clients of the API that speak for a partner; one that was replaced is taken back. */
export function Access({ partner }: { readonly partner: Partner }) {
  const consumers = partner.consumers ?? [];
  return (
    <Table
      items={consumers.map((clientId) => ({ clientId }))}
      trackBy="clientId"
      ariaLabels={{ tableLabel: 'Clients of the API' }}
      header={
        <Header
          counter={`(${consumers.length})`}
          description="Who signs in to the API in the partner's name."
        >
          Clients of the API
        </Header>
      }
      empty={<Empty title="None" hint="The partner does not use the API." />}
      columnDefinitions={[
        { id: 'client', header: 'Client id', isRowHeader: true, cell: ({ clientId }) => clientId },
        {
          id: 'actions',
          header: 'Actions',
          cell: ({ clientId }) => <Withdraw partner={partner} clientId={clientId} />,
        },
      ]}
    />
  );
}

function Withdraw({
  partner: { id, name },
  clientId,
}: {
  readonly partner: Partner;
  readonly clientId: string;
}) {
  const api = useApi();
  return (
    <ReasonAction
      scope="partners.suspend"
      label="Take back"
      title={`Take back ${clientId}`}
      explain={`This client of ${name} is refused at once. Another one of theirs must have taken its place.`}
      run={(reason) => api.withdrawPartnerAccess({ partnerId: id, body: { clientId, reason } })}
      done={`${clientId} was taken back.`}
    />
  );
}
