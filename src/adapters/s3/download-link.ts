import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A link to one object that a browser saves under `fileName`, good for so many seconds (at most seven days). */
export function downloadLink(
  client: S3Client,
  address: { readonly Bucket: string; readonly Key: string },
  seconds: number,
  fileName: string,
): Promise<string> {
  // RFC 6266: plain ASCII for old readers, the real name beside it.
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  const ResponseContentDisposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  const command = new GetObjectCommand({ ...address, ResponseContentDisposition });
  return getSignedUrl(client, command, { expiresIn: seconds });
}
