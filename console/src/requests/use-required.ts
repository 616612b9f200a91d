import { useSpeech } from '../i18n/language.ts';
import { PARTS } from '../parts/part-words.ts';

/** @returns the rule that something must be entered. */
export const useRequired = () => {
  const { say } = useSpeech(PARTS);
  return [{ required: true, message: say('required') }];
};
