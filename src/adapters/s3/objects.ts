import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { awsClient } from '#adapters/aws-client.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { type Bucket, checkAddress, type ObjectStore, type WriteOptions } from '#core/kernel/objects.ts';
import { downloadLink } from './download-link.ts';

export interface S3ObjectsOptions {
  readonly client?: S3Client;
  /** The name of a bucket; the ones of the environment unless given. */
  readonly bucketName?: (bucket: Bucket) => string;
}

/** The smallest part S3 takes. One is filled while one is sent: a write holds about twice as much at most. */
const partBytes = 5 * 1024 * 1024;
const variables = {
  landing: 'LANDING_BUCKET',
  documents: 'DOCUMENTS_BUCKET',
  work: 'WORK_BUCKET',
} as const satisfies Record<Bucket, string>;

/** Objects in S3. The caller needs `s3:ListBucket` too: without it S3 answers "forbidden" for what is not there. */
export function s3Objects(options: S3ObjectsOptions = {}): ObjectStore {
  const client = options.client ?? s3Client();
  const nameOf = options.bucketName ?? ((bucket) => environmentVariable(variables[bucket]));
  const head = (bucket: Bucket, key: string) =>
    orMissing(client.send(new HeadObjectCommand({ Bucket: nameOf(bucket), Key: key })));
  return {
    read: (bucket, key, range) => read(client, nameOf(bucket), key, range),
    size: async (bucket, key) => (await head(bucket, key))?.ContentLength,
    metadata: async (bucket, key) => {
      const found = await head(bucket, key);
      return found && (found.Metadata ?? {});
    },
    write: (bucket, key, content, writeOptions = {}) =>
      write(client, nameOf(bucket), key, content, writeOptions),
    copy: async (from, to) => {
      checkAddress(to.key);
      const CopySource = `${nameOf(from.bucket)}/${from.key.split('/').map(encodeURIComponent).join('/')}`;
      await client.send(new CopyObjectCommand({ Bucket: nameOf(to.bucket), Key: to.key, CopySource }));
    },
    delete: async (bucket, key) => {
      await client.send(new DeleteObjectCommand({ Bucket: nameOf(bucket), Key: key }));
    },
    downloadLink: (bucket, key, seconds, fileName) =>
      downloadLink(client, { Bucket: nameOf(bucket), Key: key }, seconds, fileName),
  };
}

let shared: S3Client | undefined;

/** One client a process. What is read is proved by our own SHA-256, so that check sums are not computed twice. */
function s3Client(): S3Client {
  shared ??= awsClient(
    new S3Client({
      forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined,
      maxAttempts: 4,
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    }),
  );
  return shared;
}

async function read(
  client: S3Client,
  bucket: string,
  key: string,
  range: { readonly offset: number; readonly length: number } | undefined,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  // HTTP cannot ask for no bytes: ask for one, to know whether the object exists, and give none.
  const last = range && range.offset + Math.max(range.length, 1) - 1;
  const Range = range && `bytes=${range.offset}-${last}`;
  try {
    const answer = await orMissing(client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range })));
    if (!answer) return undefined;
    if (!(answer.Body instanceof Readable)) throw new Error(`${bucket}/${key}: S3 answered without a stream`);
    if (range?.length !== 0) return answer.Body;
    answer.Body.destroy();
    return Readable.from([]);
  } catch (error) {
    // Beyond the end of an object that exists: no bytes.
    if (error instanceof S3ServiceException && error.name === 'InvalidRange') return Readable.from([]);
    throw error;
  }
}

async function write(
  client: S3Client,
  bucket: string,
  key: string,
  content: AsyncIterable<Uint8Array> | Uint8Array,
  options: WriteOptions,
): Promise<void> {
  checkAddress(key, options);
  const { contentType, metadata } = options;
  const Body = content instanceof Uint8Array ? content : Readable.from(content, { objectMode: false });
  const upload = new Upload({
    client,
    params: {
      Bucket: bucket,
      Key: key,
      Body,
      ContentType: contentType,
      Metadata: metadata && { ...metadata },
    },
    partSize: partBytes,
    queueSize: 1,
  });
  await upload.done();
}

/** An answer, or undefined for what does not exist. */
async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const missing = error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name);
    if (missing) return undefined;
    throw error;
  }
}
