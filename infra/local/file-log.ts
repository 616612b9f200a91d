import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Logger, type LogItem } from '@aws-lambda-powertools/logger';
import type { Cell } from '../../shared/lambda/cell.ts';

/** The functions' logger, writing to a file instead of to CloudWatch. */
class FileLogger extends Logger {
  private readonly stream: WriteStream;

  constructor(stream: WriteStream, city: string) {
    super({ serviceName: 'shouwang', logLevel: 'INFO', persistentKeys: { city } });
    this.stream = stream;
  }

  protected override printLog(_level: number, item: LogItem): void {
    item.prepareForPrint();
    this.stream.write(`${JSON.stringify(item.getAttributes(), this.getJsonReplacer())}\n`);
  }
}

/** One log file, JSON lines, that every city writes to. */
export class FileLog {
  private readonly stream: WriteStream;

  constructor(path: string) {
    this.stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  }

  /** @returns the logger of a city's functions, or of the runtime itself. */
  of(city: string): Cell['log'] {
    return new FileLogger(this.stream, city);
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'close');
  }
}
