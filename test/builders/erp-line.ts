import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one call on the line to the ERP. */
export type Fate =
  | 'pass'
  /** The ERP does what is asked; its answer never arrives. */
  | 'lose-answer'
  /** The ERP is not asked; the line answers with this HTTP status. */
  | { readonly status: number };

export interface ErpLine {
  /** Where the ERP seems to be. */
  readonly url: string;
  /** The methods called so far, in order. */
  readonly calls: readonly string[];
  /** The `Authorization` of the last call that had one. */
  authorization(): string | undefined;
  close(): Promise<void>;
}

/** A line to a real ERP that does to each call what `decide` says; it may do something itself before. */
export async function erpLine(
  erpUrl: string,
  decide: (method: string) => Fate | Promise<Fate>,
): Promise<ErpLine> {
  const calls: string[] = [];
  let authorization: string | undefined;
  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const { method } = JSON.parse(body) as { method: string };
    calls.push(method);
    authorization = request.headers.authorization ?? authorization;
    const fate = await decide(method);
    if (typeof fate === 'object') return void response.writeHead(fate.status).end();
    const headers = { 'content-type': 'application/json', ...given('authorization', request) };
    const answer = await fetch(erpUrl + request.url, { method: 'POST', headers, body });
    const text = await answer.text();
    if (fate === 'lose-answer') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  };
  const server = createServer((request, response) => {
    carry(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    authorization: () => authorization,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function given(name: string, { headers }: IncomingMessage): Record<string, string> {
  const value = headers[name];
  return typeof value === 'string' ? { [name]: value } : {};
}
