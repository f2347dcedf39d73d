import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import type { Session } from './process/session.ts';
import { zipFolder } from './zip-folder.ts';

/** Put a bundled function's folder into the embedded AWS, as the new code of a function that is there. */
export async function redeploy(
  session: Pick<Session, 'supervisor' | 'run'>,
  { name, folder }: { readonly name: string; readonly folder: string },
): Promise<void> {
  const ZipFile = await zipFolder({ ...session, folder });
  await new LambdaClient({}).send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile }));
}
