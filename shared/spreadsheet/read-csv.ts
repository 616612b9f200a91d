import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';

/** No cell anybody writes is longer, characters; what has a longer one is no table. */
const LONGEST_RECORD = 200_000;
const REPLACEMENT = '\uFFFD';

const unreadable = (cause?: unknown): FileProblem =>
  new FileProblem(
    {
      zh: '文件编码无法识别，请存为 UTF-8 或 GB18030（GBK）编码的 CSV，或 XLSX',
      en: 'The characters of the file cannot be made out; save it as CSV in UTF-8 or GB18030, or as XLSX',
    },
    cause,
  );

const asUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * @returns the text of a file: as its byte order mark says, else UTF-8 if it is well-formed, else GB18030, in which Excel saves
 * CSV on Chinese machines.
 * @throws FileProblem when it is none of them.
 */
export const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = asUtf8(bytes) ?? iconv.decode(Buffer.from(bytes), 'gb18030');
  if (text.includes(REPLACEMENT) || text.includes('\0')) throw unreadable();
  return text;
};

/** The separator that stands most often in the header: comma, semicolon or tab. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
};

/**
 * Reads a file of comma-separated values (RFC 4180), of whatever encoding offices use.
 * @throws FileProblem
 */
export const readCsv = (bytes: Uint8Array): Sheet => {
  const text = textOf(bytes);
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    });
    return { name: 'CSV', rows, forbidden: new Map() };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 0 } = error as { lines?: number };
    throw new FileProblem(
      {
        zh: `CSV 格式有误（第${lines}行附近），请检查引号和分隔符`,
        en: `The file is not well-formed CSV near line ${lines}; look at quotes and separators`,
      },
      error,
    );
  }
};
