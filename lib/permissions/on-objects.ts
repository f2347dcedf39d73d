import type { Granting } from './granting.ts';

/** What functions may do with the objects of buckets. */
export const onObjects = ({ names, allow, bucket, tellAbsence }: Granting) => ({
  readLanding: () => [
    allow('ReadLanding', ['s3:GetObject'], [`${bucket(names.landingBucket)}/forecasts/*`]),
    tellAbsence('Landing', names.landingBucket),
  ],
  uploadToLanding: () => [
    allow('UploadToLanding', ['s3:PutObject'], [`${bucket(names.landingBucket)}/forecasts/*`]),
  ],
  /** What partners put into their mailboxes. */
  readMailboxes: () => [
    allow('ReadMailboxes', ['s3:GetObject'], [`${bucket(names.landingBucket)}/partners/*/in/*`]),
    tellAbsence('Landing', names.landingBucket),
  ],
  /** What partners find in their mailboxes. */
  writeMailboxes: () => [
    allow('WriteMailboxes', ['s3:PutObject'], [`${bucket(names.landingBucket)}/partners/*/out/*`]),
  ],
  /** What a partner posts through the API lies where its files lie. */
  postToMailboxes: () => [
    allow(
      'PostToMailboxes',
      ['s3:PutObject', 's3:AbortMultipartUpload'],
      [`${bucket(names.landingBucket)}/partners/*/in/*`],
    ),
  ],
  keepDocuments: () => [
    allow(
      'KeepDocuments',
      ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      [`${bucket(names.documentsBucket)}/documents/*`],
    ),
    tellAbsence('Documents', names.documentsBucket),
  ],
  /** What a document of a partner says, in canonical form. */
  keepCanonical: () => [
    allow(
      'KeepCanonical',
      ['s3:PutObject', 's3:AbortMultipartUpload'],
      [`${bucket(names.documentsBucket)}/documents/canonical/*`],
    ),
  ],
  readDocuments: () => [
    allow('ReadDocuments', ['s3:GetObject'], [`${bucket(names.documentsBucket)}/documents/*`]),
    tellAbsence('Documents', names.documentsBucket),
  ],
  /** `prefix` is `releases` or `runs`. */
  readWork: (...prefixes: readonly ('releases' | 'runs')[]) => [
    allow(
      'ReadWork',
      ['s3:GetObject'],
      prefixes.map((prefix) => `${bucket(names.workBucket)}/${prefix}/*`),
    ),
    tellAbsence('Work', names.workBucket),
  ],
  writeWork: (...prefixes: readonly ('releases' | 'runs')[]) => [
    allow(
      'WriteWork',
      ['s3:PutObject', 's3:AbortMultipartUpload'],
      prefixes.map((prefix) => `${bucket(names.workBucket)}/${prefix}/*`),
    ),
  ],
});
