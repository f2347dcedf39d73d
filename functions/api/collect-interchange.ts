import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { MAXIMUM_POST_BYTES, collectInterchange as route } from '#api/routes/supplier-interchanges.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { collectInterchange } from '#edi/exchange/collect.ts';

const LINK_SECONDS = 300;

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
}

export const operation = (ports: Ports) =>
  apiOperation(route, async ({ params: { interchangeId } }, context) => {
    const partnerId = partnerOf(context).id;
    const { correlationId, actor, from } = context;
    const asked = { partnerId, interchangeId, correlationId, actor, ...(from !== undefined && { from }) };
    const collected = await collectInterchange(ports, asked);
    if (!collected.ok) return collected;
    const { interchange, content } = collected.value;
    const bytes = Buffer.concat(await Array.fromAsync(content));
    const { fileName, sha256, contentKey } = interchange;
    const url = await ports.objects.downloadLink('documents', contentKey, LINK_SECONDS, fileName);
    const expiresAt = new Date(Date.parse(ports.clock.now()) + LINK_SECONDS * 1000).toISOString();
    const sizeBytes = bytes.length;
    const inside = sizeBytes > MAXIMUM_POST_BYTES ? {} : { content: bytes.toString('base64') };
    return ok({ interchangeId, fileName, sizeBytes, sha256, ...inside, url, expiresAt });
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
