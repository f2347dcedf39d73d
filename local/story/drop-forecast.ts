import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { releaseIdOf } from '#business/forecasting/model.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { Outputs } from '../deploy.ts';
import { outputOf } from './outputs.ts';

/** A forecast file in the landing bucket, and what it will be known as. */
export interface DroppedForecast {
  readonly bucket: string;
  readonly key: string;
  readonly documentId: string;
  readonly releaseId: string;
  readonly correlationId: string;
  readonly rows: number;
}

/** Drop a forecast file into the landing bucket, as a planner does. Its ids follow from its content. */
export async function dropForecast(outputs: Outputs, name: string, text: string): Promise<DroppedForecast> {
  const bucket = outputOf(outputs, 'LandingBucketName');
  const key = `forecasts/${name}`;
  const correlationId = newCorrelationId();
  const s3 = new S3Client({ forcePathStyle: true });
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: text,
      ContentType: 'text/csv',
      Metadata: { 'correlation-id': correlationId },
    }),
  );
  const documentId = `doc-${sha256(text)}`;
  const rows =
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#')).length - 1;
  return { bucket, key, documentId, releaseId: releaseIdOf(documentId), correlationId, rows };
}
