import { useApi } from '../../api/client.ts';
import { ResourceTable } from '../../parts/resource-table.tsx';
import { documentTitle } from './document-words.ts';
import { partnerDocumentColumns } from './partner-document-columns.tsx';

/** The business documents exchanged with a partner, newest first. */
export function PartnerDocuments({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  return (
    <ResourceTable
      things="documents"
      title="Documents exchanged"
      queryKey={['partner-documents', partnerId]}
      fetchPage={(cursor) => api.listPartnerDocuments({ partnerId, limit: 50, ...(cursor && { cursor }) })}
      columns={partnerDocumentColumns}
      idOf={({ id }) => id}
      nameOf={documentTitle}
      empty={{ title: 'No document yet', hint: 'Nothing was exchanged with this partner.' }}
    />
  );
}
