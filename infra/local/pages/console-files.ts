import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachingOf, contentTypeOf } from '../../console/served-file.ts';
import { type Answer, json, message } from '../gateway/answer.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');

/** A file's name is one path segment below the folder it is in: nothing that leads out of it. */
const NAME = /^[\w][\w.-]*$/;

/** Serves the built console as any store of static files does. */
export class ConsoleFiles {
  private readonly directory: string;
  private readonly configuration: () => unknown;

  /**
   * @param directory where the console was built to.
   * @param configuration what is answered as `console.json`.
   */
  constructor(directory: string, configuration: () => unknown) {
    this.directory = directory;
    this.configuration = configuration;
  }

  readonly page = (): Promise<Answer> => this.file('index.html');

  readonly settings = async (): Promise<Answer> => json(200, this.configuration(), { 'cache-control': 'no-store' });

  /** @returns a file that was built, beside the page or in a folder there. */
  readonly built = async (path: string): Promise<Answer> => {
    const names = path.slice(1).split('/');
    if (names.length > 2 || !names.every((name) => NAME.test(name))) return message(404, 'Not Found');
    return this.file(join(...names));
  };

  private async file(name: string): Promise<Answer> {
    try {
      const body = await readFile(join(this.directory, name));
      const headers = { 'content-type': contentTypeOf(name), 'cache-control': cachingOf(name) };
      return { status: 200, headers, body };
    } catch (error) {
      if (isMissing(error)) return message(404, 'Not Found');
      throw error;
    }
  }
}
