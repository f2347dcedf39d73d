import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { awsClient } from '#adapters/aws-client.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { UploadForms } from '#api/upload-form.ts';

/** Forms for the landing bucket. S3 itself checks key, content type, size and age. */
export function presignedUploads(
  client = awsClient(new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined })),
  bucket = environmentVariable('LANDING_BUCKET'),
): UploadForms {
  return {
    sign: ({ key, contentType, minimumBytes, maximumBytes, correlationId, seconds }) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: { 'Content-Type': contentType, 'x-amz-meta-correlation-id': correlationId },
        Conditions: [['content-length-range', minimumBytes, maximumBytes]],
        Expires: seconds,
      }),
  };
}
