import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Objects } from '#adapters/s3/objects.ts';
import type { Bucket } from '#core/kernel/objects.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { embeddedCloud } from './embedded-cloud.ts';
import { type OpenObjects, objectsContract } from './objects-suite.ts';

objectsContract('in memory', async (): Promise<OpenObjects> => {
  const close = async () => undefined;
  return { objects: memoryObjects({ chunkBytes: 3 * 1000 }), follow: undefined, close };
});

objectsContract('S3', async (): Promise<OpenObjects> => {
  const { endpoint, region, credentials } = embeddedCloud();
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const run = randomUUID();
  const bucketName = (bucket: Bucket): string => `contract-${run}-${bucket}`;
  for (const bucket of ['landing', 'documents', 'work'] as const) {
    await client.send(new CreateBucketCommand({ Bucket: bucketName(bucket) }));
  }
  return {
    objects: s3Objects({ client, bucketName }),
    follow: (link) => fetch(link),
    close: async () => client.destroy(),
  };
});
