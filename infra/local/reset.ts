import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockInstance } from './engine/instance-lock.ts';
import { StartupError } from './startup-error.ts';

/** Removes the data directory: every city forgets everything, its keys too. Refused while the service runs on it. */
const reset = async (): Promise<void> => {
  const directory = resolve(process.env.SHOUWANG_DATA_DIR || '.data');
  try {
    const lock = await lockInstance(directory);
    rmSync(directory, { recursive: true, force: true });
    await lock.release();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  console.log(`已清空 ${directory}。 ${directory} is gone.`);
};

await reset().catch((error: unknown) => {
  if (!(error instanceof StartupError)) throw error;
  console.error(`\n${error.text.zh}\n${error.text.en}\n`);
  process.exit(1);
});
