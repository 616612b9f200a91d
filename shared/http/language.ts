import { LANGUAGES, type Language } from '../domain/kernel/text.ts';

/** @returns the language of the service that `Accept-Language` (RFC 9110, 12.5.4) asks for first; Chinese when it asks for none. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const known = wanted.find(({ language }) => LANGUAGES.some((ours) => ours === language));
  return known?.language === 'en' ? 'en' : 'zh';
};
