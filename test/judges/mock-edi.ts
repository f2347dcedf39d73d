import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { VENV } from '#local/bootstrap/places.mjs';

const PROGRAM = join(VENV, 'bin', 'mock-edi');
const ANSWERS_WITHIN_MS = 15_000;

/** Why this judge cannot be asked here; undefined when it can. */
export const whyNot = existsSync(PROGRAM)
  ? undefined
  : 'mock-edi is not in the Python environment: npm test installs it';

const verdictSchema = z.object({
  parsed: z.literal(true),
  messages: z.array(z.object({ code: z.string(), accepted: z.boolean() })),
  explain: z.array(z.string()),
  interchanges: z.array(z.object({ clean: z.boolean(), explain: z.array(z.string()) })),
});
const refusalSchema = z.object({ parsed: z.literal(false), error: z.string() });

/** What the judge said of a file: whether it would act on it, and everything it finds wrong with it. */
export interface Verdict {
  readonly accepted: boolean;
  readonly findings: readonly string[];
}

const tradeSchema = z.object({
  accepted: z.boolean(),
  acknowledged: z.array(z.object({ code: z.string(), status: z.string(), matched: z.boolean() })),
});

/** What the partner did with a file, and the interchanges it answered with. */
export interface Trade extends z.infer<typeof tradeSchema> {
  readonly answers: readonly string[];
}

/** An independent EDI trading partner (PyPI `mock-edi`) that is asked for its opinion, or traded with. */
export class MockEdi {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** Start one on a free port, with options of its command line. */
  static async start(options: readonly string[] = []): Promise<MockEdi> {
    const port = await freePort();
    const child = spawn(PROGRAM, ['--port', String(port), '--quiet', ...options], { stdio: 'ignore' });
    const judge = new MockEdi(`http://127.0.0.1:${port}`, child);
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    while (!(await judge.#answers())) {
      if (child.exitCode !== null || Date.now() > deadline) {
        judge.stop();
        throw new Error(`mock-edi does not answer on ${judge.url}`);
      }
      await sleep(50);
    }
    return judge;
  }

  stop(): void {
    this.#child.kill();
  }

  /** Check a file without trading on it. */
  async validate(file: Uint8Array): Promise<Verdict> {
    const response = await fetch(`${this.url}/_mock/validate`, { method: 'POST', body: Buffer.from(file) });
    const answer = z.union([verdictSchema, refusalSchema]).parse(await response.json());
    if (!answer.parsed) return { accepted: false, findings: [answer.error] };
    const accepted = answer.messages.every((message) => message.accepted);
    const findings = answer.interchanges.flatMap(({ clean, explain }) => (clean ? [] : explain));
    // A line without indentation only says which message the next ones are about.
    return { accepted, findings: findings.filter((line) => line.startsWith(' ')).map((line) => line.trim()) };
  }

  /** Trade on a file: what came of it, and the files that were answered. */
  async trade(file: Uint8Array): Promise<Trade> {
    const response = await fetch(`${this.url}/edi`, { method: 'POST', body: Buffer.from(file) });
    const { accepted, acknowledged } = tradeSchema.parse(await response.json());
    const mailbox = await fetch(`${this.url}/_mock/mailbox?raw`);
    const answers = (await mailbox.text()).split(/\n(?=ISA|UNA)/).filter((text) => text.trim() !== '');
    return { accepted, acknowledged, answers };
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.url}/_mock/health`).catch(() => undefined);
    return response?.ok ?? false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
