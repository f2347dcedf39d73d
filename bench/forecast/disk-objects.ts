import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from '#core/kernel/objects.ts';

/** Objects as files below a folder: what the splitter reads and writes costs a disk's time and no memory. */
export function diskObjects(folder: string): ObjectStore {
  const pathOf = (bucket: string, key: string): string => join(folder, bucket, key);
  const sizeOf = (path: string) =>
    stat(path).then(
      ({ size }) => size,
      () => undefined,
    );
  const unused = (): never => {
    throw new Error('the benchmark does not need this');
  };
  return {
    read: async (bucket, key) => {
      const path = pathOf(bucket, key);
      return (await sizeOf(path)) === undefined ? undefined : createReadStream(path);
    },
    size: (bucket, key) => sizeOf(pathOf(bucket, key)),
    write: async (bucket, key, content) => {
      const path = pathOf(bucket, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    },
    metadata: unused,
    copy: unused,
    delete: unused,
    downloadLink: unused,
  };
}
