import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, type Text } from '../../../shared/domain/kernel/text.ts';
import { WORDS, type Word } from './words.ts';

const KEPT = 'shouwang.language';

const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

const wordsIn = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries<Text>(WORDS).map(([word, text]) => [word, text[language]]));

/** @returns the language the page speaks now. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh');

const tell = (language: string): void => {
  document.documentElement.lang = tagOf(isLanguage(language) ? language : 'zh');
};

/** Sets up the languages: the one chosen before, else Chinese. */
export const startLanguages = async (): Promise<void> => {
  const kept = localStorage.getItem(KEPT);
  i18next.on('languageChanged', tell);
  await i18next.use(initReactI18next).init({
    lng: isLanguage(kept) ? kept : 'zh',
    fallbackLng: 'zh',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: wordsIn(language) }])),
  });
};

/** Speaks from now on in this language, here and the next time. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
};

/** How a component speaks. */
export interface Speech {
  readonly language: Language;
  /** One of the page's own words. */
  readonly say: (word: Word, values?: Readonly<Record<string, string | number>>) => string;
  /** A text that comes in both languages. */
  readonly read: (text: Text) => string;
}

export const useSpeech = (): Speech => {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'zh';
  return { language, say: (word, values) => t(word, values ?? {}), read: (text) => text[language] };
};
