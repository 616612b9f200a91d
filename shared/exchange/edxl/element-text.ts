import * as z from 'zod';
import { isXmlText } from '../../domain/kernel/words.ts';
import { ruled } from './rules.ts';

/** Text of an element: something is written in it, and every message can also be written as XML. */
export const ElementTextSchema = ruled(z.string(), 'text-has-content', (text) => text.trim() !== '' && isXmlText(text));
