import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, type Text } from '../../../shared/domain/kernel/text.ts';

const KEPT = 'shouwang.language';

const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

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
    resources: {},
  });
};

/** Speaks from now on in this language, here and the next time. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
};

/** What a part of the page says itself, in both languages; what the API says comes in the language asked for. */
export interface WordBook<W extends string> {
  readonly name: string;
  readonly words: Readonly<Record<W, Text>>;
}

/**
 * @param name unique in the page, e.g. `board`.
 * @param words `{{name}}` in a text is filled with the value of that name.
 * @returns the words of one part of the page; they are loaded with it.
 */
export const wordBook = <W extends string>(name: string, words: Readonly<Record<W, Text>>): WordBook<W> => ({
  name,
  words,
});

const teach = ({ name, words }: WordBook<string>): void => {
  for (const language of LANGUAGES) {
    if (i18next.hasResourceBundle(language, name)) continue;
    const texts = Object.entries(words).map(([word, text]) => [word, text[language]]);
    i18next.addResourceBundle(language, name, Object.fromEntries(texts));
  }
};

/** How a component speaks. */
export interface Speech<W extends string> {
  readonly language: Language;
  /** One of the words of its book. */
  readonly say: (word: W, values?: Readonly<Record<string, string | number>>) => string;
  /** A text that comes in both languages. */
  readonly read: (text: Text) => string;
}

/** @returns how to say what stands in a book, in the language chosen now. */
export const useSpeech = <W extends string>(book: WordBook<W>): Speech<W> => {
  teach(book);
  const { t, i18n } = useTranslation(book.name);
  const language = isLanguage(i18n.language) ? i18n.language : 'zh';
  return { language, say: (word, values) => t(word, values ?? {}), read: (text) => text[language] };
};
