import type { SayInPinyin } from '../../domain/lookup/pinyin.ts';

const load = async (): Promise<SayInPinyin> => {
  const { pinyin } = await import('pinyin-pro');
  return (run, ofPerson) =>
    pinyin(run, { type: 'array', toneType: 'none', v: true, ...(ofPerson && { surname: 'head' as const }) });
};

let loaded: Promise<SayInPinyin> | undefined;

/** @returns what says Han text in pinyin. Its dictionary is large, and loaded when it is first asked for: no query needs it. */
export const loadSayInPinyin = (): Promise<SayInPinyin> => {
  loaded ??= load();
  return loaded;
};
