import { Readable } from 'node:stream';
import * as z from 'zod';
import type { AwsCall, DryAnswer } from './aws-call.ts';
import { type DryObject, type DryRun, noteEffect } from './dry-run.ts';

/** Calls of S3 in a dry run: what was written or copied is read again under its key. */

const address = z.looseObject({
  Bucket: z.string(),
  Key: z.string(),
  Range: z.string().optional(),
  Metadata: z.record(z.string(), z.string()).optional(),
  CopySource: z.string().optional(),
  Body: z.unknown().optional(),
});
type Address = z.infer<typeof address>;
interface Place {
  readonly Bucket: string;
  readonly Key: string;
  readonly Metadata?: Readonly<Record<string, string>> | undefined;
}

export const objectCalls: Readonly<Record<string, DryAnswer>> = {
  GetObjectCommand: (dry, call) =>
    found(dry, call, ({ bytes, metadata }, { Range }) => ({
      Body: Readable.from([ranged(bytes, Range)]),
      ContentLength: bytes.length,
      Metadata: metadata,
    })),
  HeadObjectCommand: (dry, call) =>
    found(dry, call, ({ bytes, metadata }) => ({ ContentLength: bytes.length, Metadata: metadata })),
  PutObjectCommand: async (dry, { input }) => {
    const to = address.parse(input);
    keep(dry, to, await bytesOf(to.Body));
    noteEffect(dry, 'write', `${to.Bucket}/${to.Key}`);
    return { ETag: 'dry-run' };
  },
  CopyObjectCommand: async (dry, { input }) => {
    const { Bucket, Key, CopySource = '' } = address.parse(input);
    const [bucket = '', ...key] = decodeURIComponent(CopySource).split('/');
    dry.objects.set(`${Bucket}/${Key}`, { kind: 'copy', bucket, key: key.join('/') });
    noteEffect(dry, 'copy', `${bucket}/${key.join('/')} to ${Bucket}/${Key}`);
    return {};
  },
  DeleteObjectCommand: async (dry, { input }) => {
    const { Bucket, Key } = address.parse(input);
    noteEffect(dry, 'delete', `${Bucket}/${Key}`);
    return {};
  },
  CreateMultipartUploadCommand: async (dry, { input }) => {
    const to = address.parse(input);
    keep(dry, to, new Uint8Array());
    noteEffect(dry, 'write', `${to.Bucket}/${to.Key}`);
    return { UploadId: 'dry-run' };
  },
  UploadPartCommand: async (dry, { input }) => {
    const to = address.parse(input);
    const before = dry.objects.get(`${to.Bucket}/${to.Key}`);
    const sofar = before?.kind === 'bytes' ? before : undefined;
    const bytes = Buffer.concat([sofar?.bytes ?? new Uint8Array(), await bytesOf(to.Body)]);
    keep(dry, { Bucket: to.Bucket, Key: to.Key, Metadata: sofar?.metadata }, bytes);
    return { ETag: 'dry-run' };
  },
  CompleteMultipartUploadCommand: async () => ({ ETag: 'dry-run' }),
  AbortMultipartUploadCommand: async () => ({}),
};

type Bytes = Extract<DryObject, { kind: 'bytes' }>;

/** What would be there by now; otherwise what is there, for a copy at the place it is a copy of. */
async function found(
  { objects }: DryRun,
  { input, go }: AwsCall,
  answer: (object: Bytes, asked: Address) => unknown,
): Promise<unknown> {
  const asked = address.parse(input);
  const object = objects.get(`${asked.Bucket}/${asked.Key}`);
  if (!object) return go();
  return object.kind === 'bytes'
    ? answer(object, asked)
    : go({ ...input, Bucket: object.bucket, Key: object.key });
}

const keep = ({ objects }: DryRun, { Bucket, Key, Metadata = {} }: Place, bytes: Uint8Array): void =>
  void objects.set(`${Bucket}/${Key}`, { kind: 'bytes', bytes, metadata: Metadata });

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (!(body instanceof Readable)) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** `bytes=0-99`, both included. */
function ranged(bytes: Uint8Array, range: string | undefined): Uint8Array {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return from === undefined || to === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
}
