import stringWidth from 'string-width';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { LANGUAGES, type Language, type Text } from '../../shared/domain/kernel/text.ts';
import { ROLES, type Role } from '../../shared/http/roles.ts';
import { cityName } from '../../shared/reference/cities.ts';

/** One line of the story: who did what where; `message` is what travelled because of it. */
export interface Told {
  readonly at: Date;
  readonly city: CityCode;
  /** The signed-in person's role; what the service did by itself has none. */
  readonly role?: Role;
  readonly message?: { readonly type: string; readonly to: readonly CityCode[] };
  readonly text: Text;
}

/** Every city of the story keeps this time. */
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** @returns a moment of today or tomorrow as people say it: hours and minutes. */
export const clockTime = (instant: string): string => TIME.format(new Date(instant)).slice(0, 5);

const BY_ITSELF: Text = { zh: '系统', en: 'the service' };

/** @returns a text in the languages asked for, on one line. */
export const inLanguages = (text: Text, languages: readonly Language[] = LANGUAGES): string =>
  [...new Set(languages.map((language) => text[language]))].join(' ');

/** To so many columns of a terminal, of which Chinese characters take two. */
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - stringWidth(text)));

/** @returns the line and, below it, its sentence in each language. */
export const formatTold = ({ at, city, role, message, text }: Told, languages: readonly Language[]): string => {
  const wide = languages.length > 1;
  const who = role === undefined ? BY_ITSELF : ROLES[role];
  const sent =
    message && `${message.type} → ${message.to.map((to) => inLanguages(cityName(to), languages)).join(', ')}`;
  const head = [
    TIME.format(at),
    padded(inLanguages(cityName(city), languages), wide ? 16 : 10),
    padded(inLanguages(who, languages), wide ? 32 : 26),
    sent ?? '',
  ];
  return [head.join('  ').trimEnd(), ...languages.map((language) => `          ${text[language]}`)].join('\n');
};
