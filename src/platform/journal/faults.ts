import type * as z from 'zod';

/** The faults of a failed check in one line, the first few of them. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.join('/')} ${message}`)
    .join('; ');
