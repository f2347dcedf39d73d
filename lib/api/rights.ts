import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Permissions } from '../permissions.ts';

type May = (permissions: Permissions) => readonly PolicyStatement[];

const reads: May = (may) => [...may.readRecords(), ...may.readSettings()];
const writes: May = (may) => [...reads(may), ...may.commitRecords(), ...may.rememberAnswers()];
/** A supplier's document is kept as an object before it is committed. */
const submits: May = (may) => [...writes(may), ...may.keepCanonical()];

/** An agreement is a setting, with its entry in the directory. */
const decidesOnPartners: May = (may) => [...writes(may), ...may.writeSettings()];
const switchesSystems: May = (may) => [
  ...reads(may),
  ...may.readPostings(),
  ...may.writeSettings(),
  ...may.rememberAnswers(),
];
/** Reading again takes apart, keeps and answers as the first reading did. */
const repairs: May = (may) => [...writes(may), ...may.keepDocuments(), ...may.writeMailboxes()];

/** Figures and the index by which records are found. */
const insight: May = (may) => [...reads(may), ...may.readReadModel()];

/** What each operation may do. An operation without an entry stops the build: rights are never a default. */
const rights: Readonly<Record<string, May>> = {
  'list-items': reads,
  'get-item': reads,
  'list-locations': reads,
  'get-location': reads,
  'list-suppliers': reads,
  'get-supplier': reads,
  'list-forecast-releases': reads,
  'get-forecast-release': reads,
  'download-quarantined-rows': (may) => [...reads(may), ...may.readWork('releases')],
  'approve-forecast-release': writes,
  'create-forecast-upload': (may) => [
    ...may.readSettings(),
    ...may.rememberAnswers(),
    ...may.addToAudit(),
    ...may.uploadToLanding(),
  ],
  'list-proposals': reads,
  'get-proposal': (may) => [...reads(may), ...may.readWork('runs')],
  'approve-proposal': writes,
  'reject-proposal': writes,
  'list-purchase-orders': reads,
  'get-purchase-order': (may) => [...reads(may), ...may.readPostings()],
  'list-documents': reads,
  'get-document': reads,
  'list-exceptions': reads,
  'get-exception': reads,
  'claim-exception': writes,
  'assign-exception': writes,
  'comment-exception': writes,
  'resolve-exception': writes,
  'reopen-exception': writes,
  'list-systems': (may) => [...reads(may), ...may.readPostings()],
  'get-system': (may) => [...reads(may), ...may.readPostings()],
  'pause-system': switchesSystems,
  'resume-system': switchesSystems,
  'add-partner': (may) => [...decidesOnPartners(may), ...may.admitConsumers()],
  'list-partners': reads,
  'get-partner': reads,
  'certify-partner': (may) => [...decidesOnPartners(may), ...may.keepDocuments()],
  'get-certification': (may) => [...reads(may), ...may.readDocuments()],
  'activate-partner': decidesOnPartners,
  'suspend-partner': decidesOnPartners,
  'withdraw-partner-access': decidesOnPartners,
  'list-supplier-orders': reads,
  'get-supplier-order': reads,
  'acknowledge-supplier-order': submits,
  'announce-supplier-shipment': submits,
  'submit-supplier-invoice': submits,
  'offer-supplier-catalog': submits,
  'report-supplier-stock': submits,
  'list-supplier-documents': reads,
  'get-supplier-document': reads,
  'post-interchange': (may) => [
    ...may.readSettings(),
    ...may.rememberAnswers(),
    ...may.addToAudit(),
    ...may.postToMailboxes(),
  ],
  'create-interchange-upload': (may) => [
    ...may.readSettings(),
    ...may.rememberAnswers(),
    ...may.addToAudit(),
    ...may.postToMailboxes(),
  ],
  'list-supplier-interchanges': reads,
  'list-partner-documents': reads,
  'get-partner-document': (may) => [...reads(may), ...may.readDocuments()],
  'reprocess-partner-document': repairs,
  'list-interchanges': reads,
  'reprocess-interchange': repairs,
  'put-cross-reference': writes,
  'get-order-progress': reads,
  'list-supplier-shipments': reads,
  'list-invoices': reads,
  'get-invoice': reads,
  'get-supplier-scorecard': reads,
  'collect-interchange': (may) => [...reads(may), ...may.commitRecords(), ...may.readDocuments()],
  // Compared and drawn from the parts a release was kept in.
  'compare-forecast-release': (may) => [...reads(may), ...may.readWork('releases')],
  'get-forecast-series': (may) => [...reads(may), ...may.readWork('releases')],
  'reject-forecast-release': writes,
  'list-replenishment-runs': reads,
  'get-replenishment-run': reads,
  'get-lineage': (may) => [...reads(may), ...may.readPostings()],
  'get-interchange': (may) => [...reads(may), ...may.readDocuments()],
  'get-document-content': (may) => [...reads(may), ...may.readDocuments()],
  'get-overview': insight,
  'get-measure': insight,
  search: insight,
  'list-dead-letter-queues': (may) => [...reads(may), ...may.countDeadLetters()],
  'list-dead-letters': reads,
  'get-dead-letter': (may) => [...reads(may), ...may.readDeadLetters()],
  'rehearse-dead-letter': (may) => [...reads(may), ...may.readDeadLetters(), ...may.rehearseConsumers()],
  'discard-dead-letter': writes,
  'move-dead-letter': writes,
  'start-redrive': writes,
  'list-redrives': reads,
  'get-redrive': reads,
  'cancel-redrive': writes,
  'get-me': (may) => may.readSettings(),
  'list-event-consumers': (may) => [...may.readSettings()],
  'preview-replay': (may) => [
    ...reads(may),
    ...may.readReadModel(),
    ...may.rehearseConsumers(),
    ...may.rememberAnswers(),
  ],
  'start-replay': writes,
  'list-replays': reads,
  'get-replay': reads,
  'cancel-replay': writes,
  'list-audit-entries': (may) => [...may.readSettings(), ...may.readAudit()],
  'get-health': () => [],
  'get-openapi': () => [],
};

/** What one operation may do; throws when nobody has said. */
export function mayOf(operationId: string): May {
  const may = rights[operationId];
  if (!may)
    throw new Error(`lib/api/rights.ts says nothing about what ${operationId} may do. Add it to "rights".`);
  return may;
}
