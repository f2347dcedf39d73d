import type { Role } from '#api/roles.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Played } from '#local/story/play.ts';

/** A page as somebody opens it, and the name of its picture. */
export interface OpenedPage {
  readonly name: string;
  readonly as: Role;
  readonly path: string;
}

/** Every page of the console, with records of the story. */
export async function everyPage({ story, eyes, suppliers }: Played): Promise<readonly OpenedPage[]> {
  const { records } = eyes;
  const partnerId = suppliers.running[0]?.supplier.partnerId ?? '';
  const ids = await idsOf(records, partnerId);
  const [order] = story.traded.ledgers;
  const proposal = story.planned.proposals[0]?.id;
  const page = (name: string, as: Role, path: string): OpenedPage => ({ name, as, path });
  return [
    page('overview', 'ops', '/overview'),
    page('measure', 'ops', '/measures/acknowledgement-match-rate'),
    page('exceptions', 'buyer', '/exceptions?queue=buyer'),
    page('exception', 'buyer', `/exceptions/${story.undecided.find(({ owner }) => owner === 'buyer')?.id}`),
    page('releases', 'planner', '/releases'),
    page('release', 'planner', `/releases/${story.release.id}`),
    page('runs', 'planner', '/runs'),
    page('run', 'planner', `/runs/${story.planned.run.id}`),
    page('proposals', 'planner', '/proposals'),
    page('proposal', 'planner', `/proposals/${proposal}`),
    page('documents', 'buyer', '/documents'),
    page('document', 'planner', `/documents/${story.dropped.documentId}`),
    page('interchange', 'steward', `/interchanges/${ids.interchange}`),
    page('partner-document', 'steward', `/partner-documents/${ids.document}`),
    page('order', 'buyer', `/orders/${order?.id}`),
    page('supplier', 'buyer', `/suppliers/${order?.supplierId}`),
    page('item', 'buyer', `/items/${order?.lines[0]?.itemId}`),
    page('invoice', 'buyer', `/invoices/${story.traded.invoices[0]?.id}`),
    page('dead-letters', 'ops', '/dead-letters'),
    page('redrives', 'ops', '/redrives'),
    page('replays', 'ops', '/replays'),
    page('replay', 'ops', '/replays/new'),
    page('audit', 'auditor', '/audit'),
    page('partners', 'steward', '/partners'),
    page('partner', 'steward', `/partners/${partnerId}`),
    page('systems', 'ops', '/systems'),
    page('system', 'ops', '/systems/tryton'),
  ];
}

/** An interchange of a partner that carries business, and a document of its. */
async function idsOf(records: Records, scope: string): Promise<{ interchange?: string; document?: string }> {
  const page = { scope, limit: 50, order: 'descending' } as const;
  const interchanges = await records.list('interchange', { ...page, list: 'interchanges-by-partner' });
  const documents = await records.list('partner-document', { ...page, list: 'partner-documents' });
  const interchange = interchanges.entries.find(
    ({ body }) => body.direction === 'in' && !body.isAcknowledgement && body.state === 'split',
  );
  const document = documents.entries.find(({ body }) => body.kind === 'order-acknowledgement');
  return { ...(interchange && { interchange: interchange.id }), ...(document && { document: document.id }) };
}
