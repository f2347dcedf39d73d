import { CrossdockError } from '#contracts/client.ts';
import type { Me } from '../session/me.ts';
import type { Session } from '../session/session.ts';

/** Who signed in and what they may (`GET /v1/me`). */
export async function readMe(session: Session): Promise<Me> {
  const answer = await fetch('/v1/me', { headers: { Authorization: `Bearer ${await session.token()}` } });
  if (answer.status === 401) return session.signIn();
  if (!answer.ok) throw new CrossdockError(await answer.json());
  return (await answer.json()) as Me;
}
