import { FileProblem } from './file-problem.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';

const beginsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, n) => bytes[n] === byte);

/**
 * Reads a file, whatever it is called: an archive is a workbook, all else is CSV.
 * @param prefer the names of the sheet to read where several have content.
 * @throws FileProblem
 */
export const readSheet = async (bytes: Uint8Array, prefer: readonly string[]): Promise<Sheet> => {
  if (beginsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, prefer);
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new FileProblem({
      zh: '不支持旧式 XLS 或加密的工作簿，请另存为 XLSX',
      en: 'Old XLS and encrypted workbooks are not taken; save it as XLSX',
    });
  return readCsv(bytes);
};
