import { cityName } from '../../../shared/reference/cities.ts';
import type { DemoPerson } from '../demo-people.ts';
import { bilingual, type Markup, markup, page } from './markup.ts';

export interface IndexPageOptions {
  readonly cities: readonly string[];
  readonly people: readonly DemoPerson[];
  readonly url: string;
}

const cityRow =
  (url: string) =>
  (city: string): Markup =>
    markup`<tr><th scope="row">${bilingual(cityName(city))}</th><td><code>${url}/${city}</code></td>
<td><a href="/${city}/docs">${bilingual({ zh: '接口说明', en: 'API' })}</a></td>
<td><a href="/${city}/openapi.json">OpenAPI</a></td><td><a href="/${city}/health">${bilingual({ zh: '状态', en: 'Health' })}</a></td></tr>`;

const personRow = ({ id, title }: DemoPerson): Markup =>
  markup`<tr><td><code>${id}</code></td><td>${bilingual(title)}</td></tr>`;

/** @returns the front page of the embedded runtime: the cities, their URLs and who can sign in. */
export const indexPage = ({ cities, people, url }: IndexPageOptions): string =>
  page(
    { zh: '守望', en: 'Shouwang' },
    markup`<p>${bilingual({
      zh: '城市间应急救援力量互助。本机演示环境：所有城市、人员与数据均为虚构。',
      en: 'Mutual aid between cities. A demonstration on this machine: every person and every record is made up.',
    })}</p>
<h2>${bilingual({ zh: '城市', en: 'Cities' })}</h2><table>${cities.map(cityRow(url))}</table>
<h2>${bilingual({ zh: '演示账号（密码均为 demo）', en: 'Demo people (every password is demo)' })}</h2>
<pre>curl -d grant_type=password -d username=${people[0]?.id ?? ''} -d password=demo ${url}/oidc/token</pre>
<table>${people.map(personRow)}</table>`,
  );
