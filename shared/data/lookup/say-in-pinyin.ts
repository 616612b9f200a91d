import type { SayInPinyin } from '../../domain/lookup/pinyin.ts';

/** @returns what says Han text in pinyin. Its dictionary is large, and loaded when it is first asked for: no query needs it. */
export const loadSayInPinyin = async (): Promise<SayInPinyin> => {
  const { pinyin } = await import('pinyin-pro');
  return (run, ofPerson) =>
    pinyin(run, { type: 'array', toneType: 'none', v: true, ...(ofPerson && { surname: 'head' as const }) });
};
