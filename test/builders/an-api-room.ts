/** The whole API in process, every port a double: requests go in as `fetch` and through the real handlers. */
import type { APIGatewayProxyResult } from 'aws-lambda';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { publicHandler } from '#adapters/lambda/api-public-handler.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { type OperationId, routes } from '#api/routes.ts';
import { scopes } from '#api/scopes.ts';
import type { UploadForms } from '#api/upload-form.ts';
import { exceptionGone } from '#business/exceptions/close-exception.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import type { ExceptionDraft } from '#core/canonical/exception.ts';
import { ok } from '#core/kernel/result.ts';
import * as approveForecastRelease from '#functions/api/approve-forecast-release.ts';
import * as approveProposal from '#functions/api/approve-proposal.ts';
import * as createForecastUpload from '#functions/api/create-forecast-upload.ts';
import * as downloadQuarantinedRows from '#functions/api/download-quarantined-rows.ts';
import * as getDocument from '#functions/api/get-document.ts';
import * as getDocumentContent from '#functions/api/get-document-content.ts';
import * as getForecastRelease from '#functions/api/get-forecast-release.ts';
import * as getHealth from '#functions/api/get-health.ts';
import * as getItem from '#functions/api/get-item.ts';
import * as getLineage from '#functions/api/get-lineage.ts';
import * as getLocation from '#functions/api/get-location.ts';
import * as getMe from '#functions/api/get-me.ts';
import * as getOpenapi from '#functions/api/get-openapi.ts';
import * as getProposal from '#functions/api/get-proposal.ts';
import * as getPurchaseOrder from '#functions/api/get-purchase-order.ts';
import * as getSupplier from '#functions/api/get-supplier.ts';
import * as listDocuments from '#functions/api/list-documents.ts';
import * as listForecastReleases from '#functions/api/list-forecast-releases.ts';
import * as listItems from '#functions/api/list-items.ts';
import * as listLocations from '#functions/api/list-locations.ts';
import * as listProposals from '#functions/api/list-proposals.ts';
import * as listPurchaseOrders from '#functions/api/list-purchase-orders.ts';
import * as listSuppliers from '#functions/api/list-suppliers.ts';
import * as rejectProposal from '#functions/api/reject-proposal.ts';
import { figuresIn } from '#platform/read-model/figures.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { memoryQueues } from '#test/doubles/memory-queues.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { type GatewayHandler, settingsWithConsumer } from './an-api.ts';
import { aLambdaContext, anApiEvent } from './an-api-event.ts';
import { deadLetterHandlers } from './dead-letter-handlers.ts';
import { exceptionHandlers } from './exception-handlers.ts';
import { measureHandlers } from './measure-handlers.ts';
import { partnerDocumentHandlers } from './partner-document-handlers.ts';
import { partnerHandlers } from './partner-handlers.ts';
import { planningHandlers } from './planning-handlers.ts';
import { replayHandlers } from './replay-handlers.ts';
import { supplierHandlers } from './supplier-handlers.ts';
import { systemHandlers } from './system-handlers.ts';

const everyScope = Object.keys(scopes).map((scope) => `crossdock/${scope}`);
const acknowledgements = { name: 'acknowledgements', consumer: 'apply-acknowledgement', fifo: false };
const clock = { now: () => '2026-11-23T08:00:00.000Z' };
const uploads: UploadForms = {
  sign: async ({ key, contentType }) => ({
    url: 'https://landing.example/',
    fields: { key, 'Content-Type': contentType },
  }),
};

export function anApiRoom() {
  const records = memoryRecords({ clock });
  const readModelTable = memoryItemTable();
  const objects = memoryObjects();
  const queues = memoryQueues({ queues: [acknowledgements], clock });
  const postings = memoryPostings();
  const settings = settingsWithConsumer();
  const answers = new MemoryAnswers();
  const writing = { settings, answers };
  const told = (draft: ExceptionDraft) => exceptionChange({ records, clock }, draft);
  const gone = (which: Parameters<typeof exceptionGone>[1], because: string) =>
    exceptionGone({ records, clock }, which, because);
  const handlers: Record<OperationId, GatewayHandler> = {
    'list-items': apiHandler(listItems.operation(records), settings),
    'get-item': apiHandler(getItem.operation(records), settings),
    'list-locations': apiHandler(listLocations.operation(records), settings),
    'get-location': apiHandler(getLocation.operation(records), settings),
    'list-suppliers': apiHandler(listSuppliers.operation(records), settings),
    'get-supplier': apiHandler(getSupplier.operation(records), settings),
    'list-forecast-releases': apiHandler(listForecastReleases.operation(records), settings),
    'get-forecast-release': apiHandler(getForecastRelease.operation(records), settings),
    'download-quarantined-rows': apiHandler(
      downloadQuarantinedRows.operation({ records, objects, clock }),
      settings,
    ),
    'approve-forecast-release': apiWriteHandler(
      approveForecastRelease.operation({ records, clock }),
      writing,
    ),
    'create-forecast-upload': apiWriteHandler(
      createForecastUpload.operation({ uploads, records, clock }),
      writing,
    ),
    'list-proposals': apiHandler(listProposals.operation(records), settings),
    'get-proposal': apiHandler(getProposal.operation({ records, objects }), settings),
    'approve-proposal': apiWriteHandler(approveProposal.operation({ records, clock }), writing),
    'reject-proposal': apiWriteHandler(rejectProposal.operation({ records, clock }), writing),
    'list-purchase-orders': apiHandler(listPurchaseOrders.operation(records), settings),
    'get-purchase-order': apiHandler(getPurchaseOrder.operation({ records, postings }), settings),
    'list-documents': apiHandler(listDocuments.operation(records), settings),
    'get-document': apiHandler(getDocument.operation(records), settings),
    'get-lineage': apiHandler(getLineage.operation({ records, postings }), settings),
    'get-document-content': apiHandler(getDocumentContent.operation({ records, objects, clock }), settings),
    ...exceptionHandlers({ records, clock }, writing),
    ...planningHandlers({ records, objects }, writing),
    ...systemHandlers({ records, postings, loads: postings.loads, settings, clock }, writing),
    ...partnerHandlers({ records, objects, settings, clock }, writing),
    ...supplierHandlers({ records, objects, uploads, clock }, writing),
    ...partnerDocumentHandlers(
      { records, objects, settings, clock, exceptionChange: told, exceptionGone: gone },
      writing,
    ),
    ...measureHandlers({ figures: figuresIn(readModelTable), records, settings, clock }),
    ...replayHandlers(
      {
        ...{ records, clock },
        // Nothing happened here yet that could be replayed.
        events: { between: async () => [] },
        index: { eventsOf: async () => ({ entries: [] }) },
        rehearse: async () => ok({ outcome: 'would-succeed', effects: [] }),
      },
      writing,
    ),
    ...deadLetterHandlers(
      {
        ...{ records, objects, queues, clock },
        rehearse: async () => ok({ outcome: 'would-succeed', effects: [] }),
      },
      writing,
    ),
    'get-me': apiHandler(getMe.operation, settings),
    'get-health': publicHandler(getHealth.operation),
    'get-openapi': publicHandler(getOpenapi.operation),
  };
  return {
    records,
    readModelTable,
    objects,
    queues,
    postings,
    settings,
    answers,
    fetch: fetchThrough(handlers),
  };
}

/** What API Gateway does with a request: find the operation by method and path, pass on what it knows. */
function fetchThrough(handlers: Readonly<Record<OperationId, GatewayHandler>>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const found = operationAt(request.method, pathname);
    if (!found) return new Response('{"message":"Missing Authentication Token"}', { status: 403 });
    const body = await bodyOf(request);
    const event = anApiEvent({
      method: request.method,
      path: pathname,
      params: found.params,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(request.headers),
      ...callerOf(request),
      scopes: everyScope,
      ...(body === undefined ? {} : { body }),
    });
    return responseOf(await handlers[found.id](event, aLambdaContext()));
  };
}

/** Who asks: in these tests the token is the client's id, and its key is `key-of-` that. */
const callerOf = (request: Request) => {
  const clientId = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  return { clientId, apiKey: `key-of-${clientId}` };
};

/** Media types that are not JSON are handed on as bytes. */
async function bodyOf(request: Request): Promise<string | Uint8Array | undefined> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return undefined;
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? true;
  return isJson ? new TextDecoder().decode(bytes) : bytes;
}

function operationAt(method: string, path: string) {
  for (const id of Object.keys(routes) as OperationId[]) {
    const route = routes[id];
    const pattern = new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { id, params: { ...match.groups } };
  }
  return undefined;
}

const responseOf = ({ statusCode, headers = {}, body }: APIGatewayProxyResult): Response =>
  new Response(body, {
    status: statusCode,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
  });
