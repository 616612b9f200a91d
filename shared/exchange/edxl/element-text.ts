import * as z from 'zod';
import { ruled } from './rules.ts';

/** The characters of XML 1.0, so that every message can also be written as XML: no control characters, no lone surrogates. */
const XML_CHARACTERS = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/** Text of an element: something is written in it. */
export const ElementTextSchema = ruled(
  z.string(),
  'text-has-content',
  (text) => text.trim() !== '' && XML_CHARACTERS.test(text),
);
