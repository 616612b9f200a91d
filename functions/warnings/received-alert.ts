import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import { readCap } from '../../shared/exchange/cap/read-cap.ts';
import type { DocumentProblem } from '../../shared/exchange/cap/xml-tree.ts';
import { ProblemError } from '../../shared/http/problem.ts';
import type { ReceivedFile } from '../../shared/lambda/bound-route.ts';

/** An alert as it came: with its document, where that was XML. */
export interface ReceivedAlert {
  readonly alert: CapAlert;
  readonly document?: string;
  readonly signed: boolean;
}

const notUtf8 = () =>
  new ProblemError(415, 'text-not-utf-8', {
    zh: 'CAP 文件须为 UTF-8 编码。',
    en: 'A CAP document must be in UTF-8.',
  });

const notCap = (problems: readonly DocumentProblem[]) =>
  new ProblemError(
    422,
    'cap-not-valid',
    {
      zh: `该文件不是合格的 CAP 1.2：${problems.length} 处有误。`,
      en: `This is no valid CAP 1.2: ${problems.length} things are wrong.`,
    },
    { fields: problems.map(({ pointer, text }) => ({ pointer, detail: text })) },
  );

/** @throws ProblemError 415 for bytes, or a declaration, that are not of UTF-8. */
const textOf = ({ bytes }: ReceivedFile): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1] ?? 'utf-8';
    if (!/^(utf-8|us-ascii)$/i.test(declared)) throw notUtf8();
    return text;
  } catch (error) {
    throw error instanceof TypeError ? notUtf8() : error;
  }
};

/**
 * @returns the alert that came, in JSON or as a document.
 * @throws ProblemError 415 when it is not UTF-8, 422 with a pointer to each element that is wrong.
 */
export const receivedAlert = (came: CapAlert | ReceivedFile): ReceivedAlert => {
  if (!('bytes' in came)) return { alert: came, signed: false };
  const document = textOf(came);
  const read = readCap(document);
  if (!read.read) throw notCap(read.problems);
  return { ...read.value, document };
};
