import type { DemoPerson } from '../demo-people.ts';
import { bilingual, type Markup, markup, page } from './markup.ts';

const WRONG = { zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' };

export interface SignInPageOptions {
  /** Fields the form carries along: the authorization request. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly people: readonly DemoPerson[];
  readonly username: string;
  /** Whether an attempt has failed. */
  readonly failed: boolean;
}

const hiddenField = ([name, value]: [string, string]): Markup =>
  markup`<input type="hidden" name="${name}" value="${value}">`;

const option = ({ id, title }: DemoPerson): Markup => markup`<option value="${id}">${title.zh} ${title.en}</option>`;

/** @returns the page on which a demo person signs in. */
export const signInPage = ({ hidden, people, username, failed }: SignInPageOptions): string =>
  page(
    { zh: '登录（演示）', en: 'Sign in (demo)' },
    markup`${failed ? [markup`<p role="alert">${bilingual(WRONG)}</p>`] : []}
<form method="post">${Object.entries(hidden).map(hiddenField)}
<label>${bilingual({ zh: '用户名', en: 'User name' })}
<input name="username" list="people" autocomplete="username" required autofocus value="${username}"></label>
<datalist id="people">${people.map(option)}</datalist>
<label>${bilingual({ zh: '密码', en: 'Password' })}
<input name="password" type="password" autocomplete="current-password" required></label>
<button>${bilingual({ zh: '登录', en: 'Sign in' })}</button></form>
<p>${bilingual({ zh: '演示账号见首页，密码均为 demo。', en: 'Demo people are on the front page; every password is demo.' })}</p>`,
  );
