/** How the business stands, and where a number leads. */
import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import * as resources from '../resources/measures.ts';
import { readRoute } from '../route.ts';

const tag = 'Measures';

export const getOverview = readRoute({
  operationId: 'get-overview',
  path: '/v1/overview',
  tag,
  summary:
    'Say whether the business is in step: every measure over some days, what waits, and how fresh sources are',
  scope: 'measures.read',
  query: z.strictObject({
    /** The last so many days, today included. */
    days: z
      .string()
      .regex(/^[1-9]\d?$/, 'must be a number from 1 to 90')
      .transform(Number)
      .pipe(z.int().min(1).max(90))
      .default(14),
  }),
  answer: { description: 'The figures', schema: resources.overview },
});

export const getMeasure = readRoute({
  operationId: 'get-measure',
  path: '/v1/measures/{measureId}',
  tag,
  summary: 'Get one measure day by day, of all or of one supplier, region, process, system or queue',
  scope: 'measures.read',
  params: z.strictObject({ measureId: z.string().regex(/^[a-z][a-z-]{1,59}$/) }),
  query: z
    .strictObject({
      /** What it is broken down by; `all` when left out. */
      dimension: resources.dimensionSchema.optional(),
      /** Of the dimension, such as a supplier's id; all its values, each for the whole time, when left out. */
      value: z.string().min(1).max(100).optional(),
      from: dateSchema,
      to: dateSchema,
    })
    .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 400 * 86_400_000, {
      message: 'must not be before from, nor more than 400 days after it',
      path: ['to'],
    }),
  answer: { description: 'The measure', schema: resources.measureSeries },
});

export const search = readRoute({
  operationId: 'search',
  path: '/v1/search',
  tag,
  summary: 'Find records by any number: order, control number, file, the supplier’s number, correlation id',
  scope: 'search.read',
  query: z.strictObject({ q: z.string().trim().min(2).max(120) }),
  answer: { description: 'What is known under it, at most 50 records', schema: resources.found },
});
