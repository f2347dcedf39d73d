import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export interface SitePlaces {
  readonly s3: S3Client;
  readonly cloudFront: CloudFrontClient;
  readonly bucket: string;
  readonly distributionId: string;
}

export interface SiteFile {
  /** `assets/index-4f3a.js` */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The page that names all others: whoever gets the new one finds everything that it names. */
const entrance = 'index.html';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/**
 * Put a site's files where its distribution takes them from, the entrance last, and have it forget what it kept.
 * Files of earlier releases stay: a page that is open somewhere may still ask for them. Names under `assets/` have
 * the hash of their content and are kept by browsers for good, everything else is asked for again each time.
 */
export async function publishSite(places: SitePlaces, files: readonly SiteFile[]): Promise<void> {
  const last = files.filter(({ path }) => path === entrance);
  if (last.length === 0) throw new Error(`There is no ${entrance} among the files to publish.`);
  for (const file of files.filter(({ path }) => path !== entrance)) await put(places, file);
  for (const file of last) await put(places, file);
  await places.cloudFront.send(
    new CreateInvalidationCommand({
      DistributionId: places.distributionId,
      InvalidationBatch: {
        CallerReference: `published-${Date.now()}`,
        Paths: { Quantity: 1, Items: ['/*'] },
      },
    }),
  );
}

async function put({ s3, bucket }: SitePlaces, { path, content }: SiteFile): Promise<void> {
  const ContentType = types[path.slice(path.lastIndexOf('.') + 1)];
  if (ContentType === undefined)
    throw new Error(`What kind of file ${path} is, nobody has said: add its ending.`);
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: path,
      Body: content,
      ContentType,
      CacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    }),
  );
}
