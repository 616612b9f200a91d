import { unzipSync } from 'fflate';
import { FileProblem } from './file-problem.ts';

/** What a workbook may unpack to, bytes: twenty thousand rows take a tenth of it. */
const MAXIMUM_UNPACKED_BYTES = 300 * 1024 * 1024;
const MAXIMUM_ENTRIES = 1000;

/** @returns the problem of a file that is no workbook. */
export const notAWorkbook = (cause?: unknown): FileProblem =>
  new FileProblem(
    {
      zh: '文件不是有效的 XLSX 工作簿（不支持 XLS、加密或损坏的文件）',
      en: 'The file is no valid XLSX workbook (XLS, encrypted and damaged files are not taken)',
    },
    cause,
  );

/**
 * Looks into an archive without unpacking it, so that one made to fill the memory is never unpacked.
 * @throws FileProblem when it would unpack to more than a table ever does, or is no archive.
 */
export const assertModest = (bytes: Uint8Array): void => {
  let unpacked = 0;
  let entries = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        entries += 1;
        return false;
      },
    });
  } catch (error) {
    throw notAWorkbook(error);
  }
  if (unpacked > MAXIMUM_UNPACKED_BYTES || entries > MAXIMUM_ENTRIES)
    throw new FileProblem({
      zh: '文件解压后过大，已拒绝',
      en: 'The file would unpack to more than a table ever does; it was not opened',
    });
};

/** @returns the texts of the entries whose names match, by name; never more of an entry than the archive says it has. */
export const entriesOf = (bytes: Uint8Array, name: RegExp): ReadonlyMap<string, string> => {
  const found = unzipSync(bytes, { filter: (entry) => name.test(entry.name) });
  return new Map(Object.entries(found).map(([entry, content]) => [entry, new TextDecoder().decode(content)]));
};
