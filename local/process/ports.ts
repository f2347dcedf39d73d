import { createServer } from 'node:net';
import { Blocked } from '../bootstrap/blocked.mjs';

/** Listen on a loopback port for a moment (0: any free one). Returns its number, or undefined when it is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

/** The asked-for port if it is free, any free port if none is asked for. `option` is how to ask for another. */
export async function choosePort(asked: number | undefined, what: string, option: string): Promise<number> {
  const port = await tryPort(asked ?? 0);
  if (port !== undefined) return port;
  throw new Blocked(
    `Port ${asked} is in use, and ${what} wants it: stop what listens there, or choose another port with ${option} <port>.`,
  );
}
