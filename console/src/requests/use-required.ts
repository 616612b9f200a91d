import { useSpeech } from '../i18n/language.ts';
import { PARTS } from '../parts/part-words.ts';

/** @returns the rule that something must be entered. */
export const useRequired = () => {
  const { say } = useSpeech(PARTS);
  return [{ required: true, message: say('required') }];
};

/** @returns the rule that at least one must be ticked. A group of boxes cannot itself be called required (ARIA). */
export const useAtLeastOne = () => {
  const { say } = useSpeech(PARTS);
  return [
    {
      validator: (_: unknown, ticked: readonly unknown[] = []) =>
        ticked.length > 0 ? Promise.resolve() : Promise.reject(new Error(say('required'))),
    },
  ];
};
