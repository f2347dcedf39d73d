import type { Instant } from '#core/kernel/dates.ts';
import { derivedId, sha256 } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { CallingPartner } from '../operation.ts';
import type { BodyOf } from '../route.ts';
import { type createInterchangeUpload, MAXIMUM_INTERCHANGE_BYTES } from '../routes/supplier-interchanges.ts';
import type { UploadFormRequest } from '../upload-form.ts';

const FORM_SECONDS = 900;

/** Where a partner's files are dropped, and where what it posts goes the same way. */
const dropped = (partner: CallingPartner, fileName: string): string =>
  `partners/${partner.id}/in/${fileName}`;

/** An object for the partner's mailbox; its key derives from the request, so a retry writes the same one. */
export interface InterchangeDrop {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** The document it becomes. */
  readonly documentId: string;
  readonly sha256: string;
}

/** Problem: `document-not-agreed` when the partner exchanges no EDI. */
export function interchangeDrop(
  partner: CallingPartner,
  base64: string,
  requestId: string,
): Result<InterchangeDrop> {
  if (!partner.edi) return noEdi(partner);
  const bytes = Buffer.from(base64, 'base64');
  const hash = sha256(bytes);
  const key = dropped(partner, `${derivedId('up', requestId)}.edi`);
  return ok({ key, bytes, documentId: `doc-${hash}`, sha256: hash });
}

export interface InterchangeUploadForm {
  readonly uploadId: string;
  readonly request: UploadFormRequest;
  readonly expiresAt: Instant;
}

/** What may be uploaded for one request. Problem: `document-not-agreed` when the partner exchanges no EDI. */
export function interchangeUploadForm(
  partner: CallingPartner,
  { fileName, sizeBytes }: BodyOf<typeof createInterchangeUpload>,
  { requestId, correlationId }: { readonly requestId: string; readonly correlationId: string },
  now: Instant,
): Result<InterchangeUploadForm> {
  if (!partner.edi) return noEdi(partner);
  const uploadId = derivedId('up', requestId);
  const request = {
    key: dropped(partner, `${uploadId}-${fileName}`),
    contentType: 'application/octet-stream',
    minimumBytes: sizeBytes ?? 1,
    maximumBytes: sizeBytes ?? MAXIMUM_INTERCHANGE_BYTES,
    correlationId,
    seconds: FORM_SECONDS,
  };
  const expiresAt = new Date(Date.parse(now) + FORM_SECONDS * 1000).toISOString();
  return ok({ uploadId, request, expiresAt });
}

const noEdi = ({ id }: CallingPartner) =>
  fail(
    problem(
      'document-not-agreed',
      `The agreement with ${id} has no EDI; the other routes take its documents.`,
    ),
  );
