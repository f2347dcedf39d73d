import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { RunningSupplier } from './start-mock-edi.ts';

const EVERY_MS = 250;

export interface MailCarrier {
  /** End after the round that is on its way. */
  stop(): Promise<void>;
  /** Files carried so far, each way. */
  readonly carried: { toSupplier: number; fromSupplier: number };
}

/**
 * Between the mailboxes in S3 and the suppliers' own folders, as their SFTP clients do: what we left in `out` is
 * fetched and removed, what they have for us is put into `in`. What goes wrong on the way stands in the log.
 */
export function carryMail(bucket: string, suppliers: readonly RunningSupplier[], log: string): MailCarrier {
  const s3 = new S3Client({ forcePathStyle: true });
  const carried = { toSupplier: 0, fromSupplier: 0 };
  let isOver = false;
  const rounds = (async () => {
    while (!isOver) {
      for (const running of suppliers) {
        try {
          carried.toSupplier += await fetchMail(s3, bucket, running);
          carried.fromSupplier += await bringMail(s3, bucket, running);
        } catch (failure) {
          // The way is interrupted: what lies there is carried in the next round.
          appendFileSync(log, `${new Date().toISOString()} ${running.supplier.partnerId}: ${failure}\n`);
        }
      }
      await sleep(EVERY_MS);
    }
  })();
  return {
    carried,
    stop: () => {
      isOver = true;
      return rounds;
    },
  };
}

async function fetchMail(s3: S3Client, bucket: string, { supplier, drop }: RunningSupplier): Promise<number> {
  const Prefix = `partners/${supplier.partnerId}/out/`;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
  for (const { Key = '' } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const target = join(drop, Key.slice(Prefix.length));
    writeFileSync(`${target}.tmp`, (await Body?.transformToByteArray()) ?? new Uint8Array());
    renameSync(`${target}.tmp`, target); // it reads whole files only
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  }
  return Contents.length;
}

async function bringMail(
  s3: S3Client,
  bucket: string,
  { supplier, pickup }: RunningSupplier,
): Promise<number> {
  const files = readdirSync(pickup).filter((name) => name.endsWith('.edi'));
  for (const name of files.sort()) {
    const Key = `partners/${supplier.partnerId}/in/${name}`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: readFileSync(join(pickup, name)) }));
    rmSync(join(pickup, name));
  }
  return files.length;
}
