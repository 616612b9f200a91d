import * as z from 'zod';
import { refinement } from './issue-sentence.ts';

/** The characters of XML 1.0, so that whatever people write can also travel as XML: no control characters, no lone surrogates. */
const XML_CHARACTERS = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/** @returns whether every character of the text can stand in an XML document. */
export const isXmlText = (text: string): boolean => XML_CHARACTERS.test(text);

/** @returns a schema of words that people write and partners read: trimmed, not blank, at most `maximum` characters, nothing XML cannot carry. */
export const wordsSchema = (maximum: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(maximum),
      z.refine(isXmlText, { ...refinement({ zh: '不得含有控制字符', en: 'control characters are not allowed' }) }),
    );
