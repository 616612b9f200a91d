import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';

const NAME = 'dynoxide';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The npm package for this system, as its optional dependency installs it. */
const packaged = (): string[] => {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    return [join(dirname(manifest), NAME)];
  } catch {
    return [];
  }
};

const onPath = (): string[] => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, NAME));

/**
 * @param candidates where to look, first to last.
 * @returns the engine's executable: the npm package's, else one on the PATH.
 * @throws StartupError when there is none.
 */
export const findEngineBinary = (candidates: readonly string[] = [...packaged(), ...onPath()]): string => {
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  const system = `${process.platform}-${process.arch}`;
  throw new StartupError({
    zh: `找不到数据库引擎 dynoxide（本机为 ${system}）。请运行 npm ci 安装（linux-x64），或把 dynoxide 放入 PATH，或用环境变量 AWS_ENDPOINT_URL_DYNAMODB 指定任一 DynamoDB 端点。`,
    en: `The database engine dynoxide is not here (this is ${system}). Run npm ci, which installs it on linux-x64; or put dynoxide on the PATH; or name any DynamoDB endpoint in AWS_ENDPOINT_URL_DYNAMODB.`,
  });
};
