import * as z from 'zod';

/** S3's "Object Created" as EventBridge carries it: the part we read. Keys come as they are, not URL-encoded. */
export const objectCreatedSchema = z.looseObject({
  'detail-type': z.literal('Object Created'),
  time: z.string(),
  detail: z.looseObject({
    object: z.looseObject({
      key: z.string().min(1).max(1024),
      etag: z.string().optional(),
      sequencer: z.string().optional(),
    }),
    requester: z.string().optional(),
  }),
});
export type ObjectCreated = z.infer<typeof objectCreatedSchema>;

/** What is the same in every notification of one drop, and another in the next drop of the same key. */
export const dropOf = ({ time, detail: { object } }: ObjectCreated): string =>
  object.sequencer ?? `${time} ${object.etag ?? ''}`;
