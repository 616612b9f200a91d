import type { Command } from 'commander';
import * as z from 'zod';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { ROLES } from '../../shared/http/roles.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { action, addCommand, type Cli } from '../cli.ts';
import { Failure } from '../failure.ts';
import type { Run } from '../run.ts';
import { type Holder, holderOf } from '../sessions.ts';
import { apiUrlOf } from '../settings.ts';
import { facts } from '../table.ts';

const HEADINGS = {
  person: { zh: '登录名', en: 'sign-in' },
  name: { zh: '姓名', en: 'name' },
  city: { zh: '城市', en: 'city' },
  roles: { zh: '角色', en: 'roles' },
  agency: { zh: '单位', en: 'agency' },
  api: { zh: '接口', en: 'API' },
  until: { zh: '有效至', en: 'until' },
} as const satisfies Record<string, Text>;

const showHolder = (run: Run, { id, name, city, roles, agency, expiresAt }: Holder, apiUrl: string): void => {
  const until = new Date(expiresAt).toISOString();
  const line = (heading: Text, value: string) => [run.words(heading), value] as const;
  run.show(
    { id, name, city, roles, ...(agency === undefined ? {} : { agency }), apiUrl, expiresAt: until },
    facts([
      line(HEADINGS.person, id),
      line(HEADINGS.name, name),
      line(HEADINGS.city, `${city} ${run.words(cityName(city))}`),
      line(HEADINGS.roles, roles.map((role) => run.words(ROLES[role])).join(', ')),
      ...(agency === undefined ? [] : [line(HEADINGS.agency, agency)]),
      line(HEADINGS.api, apiUrl),
      line(HEADINGS.until, until),
    ]),
  );
};

interface LoginOptions {
  readonly token?: string;
  readonly issuer?: string;
}

const passwordGrant = async ({ fetch, world }: Run, issuer: string, username: string): Promise<string> => {
  const password = world.environment.SHOUWANG_PASSWORD ?? (await world.askSecret('密码 password: '));
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const noIssuer: Text = { zh: `${issuer} 不是登录服务。`, en: `${issuer} is no issuer of tokens.` };
  if (!discovery.ok) throw new Failure('failed', noIssuer);
  const { token_endpoint: url } = z.object({ token_endpoint: z.url() }).parse(await discovery.json());
  const body = new URLSearchParams({ grant_type: 'password', username, password });
  const answer = await fetch(url, { method: 'POST', body });
  if (!answer.ok)
    throw new Failure('not-signed-in', { zh: '用户名或密码有误。', en: 'The user name or the password is wrong.' });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
};

const issuerOf = ({ world, destination: { baseUrl } }: Run, { issuer }: LoginOptions): string => {
  const named = issuer ?? world.environment.SHOUWANG_ISSUER;
  if (named !== undefined) return named;
  if (!baseUrl.includes('{city}')) return `${baseUrl}/oidc`;
  throw new Failure('usage', { zh: '请用 --issuer 注明登录服务。', en: 'Name the issuer of tokens by --issuer.' });
};

const newToken = async (run: Run, username: string | undefined, options: LoginOptions): Promise<string> => {
  if (options.token === '-') return (await run.world.readInput()).trim();
  if (options.token !== undefined) return options.token;
  if (username !== undefined) return passwordGrant(run, issuerOf(run, options), username);
  throw new Failure('usage', { zh: '请写明登录名，或用 --token。', en: 'Name who signs in, or use --token.' });
};

/** The token says which city it is for. */
const login = async (run: Run, username: string | undefined, options: LoginOptions & { readonly apiUrl?: string }) => {
  const token = await newToken(run, username, options);
  const holder = holderOf(token);
  const { baseUrl } = run.destination;
  const apiUrl = options.apiUrl === undefined ? apiUrlOf(baseUrl, holder.city) : run.destination.apiUrl;
  run.sessions.keep({ apiUrl, baseUrl, personId: holder.id, token });
  showHolder(run, holder, apiUrl);
};

const whoami = (run: Run): void => {
  run.client();
  const { session, apiUrl } = run.destination;
  if (session) showHolder(run, holderOf(session.token), apiUrl);
};

const logout = (run: Run, { all }: { readonly all?: boolean }): void => {
  const { session } = run.destination;
  const forgotten = all ? run.sessions.all() : session ? [session] : [];
  run.sessions.forget(forgotten);
  const people = forgotten.map(({ personId }) => personId);
  const done: Text = { zh: `已退出：${people.join('，') || '无'}`, en: `Signed out: ${people.join(', ') || 'nobody'}` };
  run.show({ signedOut: people }, run.words(done));
};

/** `login`, `whoami`, `logout`. */
export const addSignInCommands = (cli: Cli, program: Command): void => {
  const say = (text: Text): string => text[cli.language];
  addCommand(cli, program, 'login', {
    zh: '登录；密码从终端、标准输入或SHOUWANG_PASSWORD读取，令牌只存于本用户可读的文件',
    en: 'sign in; the password is read from the terminal, standard input or SHOUWANG_PASSWORD, and the token kept in a file that only you can read',
  })
    .argument('[sign-in]', say({ zh: '登录名，如 coordinator@630100', en: 'who signs in, e.g. coordinator@630100' }))
    .option(
      '--token <token>',
      say({
        zh: '改用已有的访问令牌；- 表示从标准输入读取',
        en: 'an access token in place of a password; - reads it from standard input',
      }),
    )
    .option(
      '--issuer <url>',
      say({
        zh: '登录服务（SHOUWANG_ISSUER）；默认为服务网址下的/oidc',
        en: 'issuer of tokens (SHOUWANG_ISSUER); /oidc below the base URL by default',
      }),
    )
    .action(action(cli, (run, username: string | undefined, options: LoginOptions) => login(run, username, options)));
  addCommand(cli, program, 'whoami', { zh: '显示当前登录者', en: 'show who is signed in' }).action(action(cli, whoami));
  addCommand(cli, program, 'logout', { zh: '退出登录', en: 'sign out' })
    .option('--all', say({ zh: '所有人员', en: 'everybody' }))
    .action(action(cli, (run, options: { readonly all?: boolean }) => logout(run, options)));
};
