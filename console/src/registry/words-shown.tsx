import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { REGISTRY } from './registry-words.ts';

/** A text that comes in both languages. */
export const Say = ({ text }: { readonly text: Text }): ReactNode => useSpeech(REGISTRY).read(text);

/** Several of them. */
export const SayAll = ({ texts }: { readonly texts: readonly Text[] }): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  return texts.map(read).join(say('and'));
};
