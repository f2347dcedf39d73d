import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs. Never log a payload, a header or a secret: ids, codes and counts say enough. */
export const logger = new Logger();

export type { Logger };
