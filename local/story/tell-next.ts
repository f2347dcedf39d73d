import type { RunningConsole } from '../console/raise-console.ts';
import type { RunningStack } from '../raise-stack.ts';
import type { OnboardedConsumer } from './onboard-consumer.ts';
import type { Story } from './tell-story.ts';

/** What can be done next, ready to be copied. */
export function tellNext(
  stack: RunningStack,
  consumer: OnboardedConsumer,
  story: Story,
  file: string,
): string {
  const { cloud, console, erp } = stack;
  const { dropped, release, orders, planned } = story;
  const approvedOrWaiting = planned.proposals.find(({ state }) => state === 'waiting');
  const call = `curl -s -H "Authorization: Bearer $TOKEN" -H "x-api-key: ${consumer.apiKey}"`;
  const api = consumer.baseUrl;
  return [
    'Where things are',
    '',
    `  Console    ${console.url} (in a browser, as ${whoSignsIn(console.people)})`,
    `  API        ${api}/v1/openapi.json`,
    `  ERP        ${erp.url} (database ${erp.database}, user ${erp.user}, password ${erp.password}; administrator ${erp.admin.user}, ${erp.admin.password})`,
    `  AWS        ${cloud.endpoint} (any credentials, region ${cloud.region})`,
    `  Document   ${dropped.documentId}`,
    `  Release    ${release.id}`,
    `  Followed   by correlation id ${dropped.correlationId}, from the file to the order`,
    '',
    'What you can do',
    '',
    '  # a token, for an hour',
    `  TOKEN=$(curl -s -u ${consumer.clientId}:${consumer.clientSecret} -d grant_type=client_credentials '${consumer.tokenUrl}' | node -p 'JSON.parse(require("fs").readFileSync(0)).access_token')`,
    ...(orders[0]
      ? [
          '  # a purchase order, and how far it is in the ERP',
          `  ${call} ${api}/v1/purchase-orders/${orders[0].id}`,
        ]
      : []),
    ...(approvedOrWaiting ? approval(call, api, approvedOrWaiting.id) : []),
    '  # the rows that were put aside, each with its line and the reason',
    `  curl -s "$(${call} ${api}/v1/forecast-releases/${release.id}/quarantined-rows | node -p 'JSON.parse(require("fs").readFileSync(0)).url')"`,
    '  # another forecast: change a quantity in the file (and take its last line off, which is its checksum)',
    `  sed -i.before '$d; 2s/[0-9]*,EA/900,EA/' ${file}`,
    `  curl -s --aws-sigv4 aws:amz:${cloud.region}:s3 -u ${cloud.credentials.accessKeyId}:${cloud.credentials.secretAccessKey} -T ${file} ${cloud.endpoint}/${dropped.bucket}/forecasts/another.csv`,
    `  ${call} ${api}/v1/forecast-releases`,
  ].join('\n');
}

function whoSignsIn(people: RunningConsole['people']): string {
  const [one] = Object.values(people);
  const users = Object.values(people).map(({ user }) => user);
  return `${users.join(', ')}; password ${one?.password}`;
}

function approval(call: string, api: string, proposalId: string): string[] {
  const proposal = `${api}/v1/proposals/${proposalId}`;
  return [
    '  # a proposal that waits: look at it, approve it as you saw it',
    `  ETAG=$(${call} -D - -o /dev/null ${proposal} | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p')`,
    `  ${call} -H "If-Match: $ETAG" -H "Idempotency-Key: $(date +%s)-by-hand" -H 'Content-Type: application/json' -d '{}' ${proposal}/approve`,
  ];
}
