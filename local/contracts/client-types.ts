/** Stands for the generated type while the runtime is checked by itself. */
export type { ProblemDetails as Problem } from '#api/problem-details.ts';
