/** Something the machine lacks. The message is one or two sentences that say what to do; no stack is shown. */
export class Blocked extends Error {}
