import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { presentDeadLetter } from '#api/answers/dead-letter.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getDeadLetter } from '#api/routes/dead-letters.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { hintFor } from '#platform/dead-letters/hint.ts';
import { showBody } from '#platform/dead-letters/read-body.ts';

export const operation = ({
  records,
  objects,
}: {
  readonly records: Records;
  readonly objects: ObjectStore;
}) =>
  apiOperation(getDeadLetter, async ({ params: { deadLetterId } }) => {
    const found = await findRecord(records, 'dead-letter', deadLetterId);
    if (!found.ok) return found;
    const hint = hintFor(found.value.body);
    return ok({
      ...presentDeadLetter(found.value),
      ...(await showBody(objects, found.value.body)),
      ...(hint === undefined ? {} : { hint }),
    });
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), objects: s3Objects() }));
