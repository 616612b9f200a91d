import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { audienceOf, PersonSchema } from '../../../shared/http/person.ts';
import { RoleSchema } from '../../../shared/http/roles.ts';
import { personOf } from '../../../shared/lambda/authenticator.ts';
import { loadPostOffice, POST_OFFICE } from './post-office.ts';

const CLIENT = 'console';
const PAGE = 'http://localhost:5173/signed-in';

let runtime: Runtime;
let discovery: Record<string, string>;

beforeAll(async () => {
  runtime = await startRuntime({ catalog: POST_OFFICE, loadHandler: loadPostOffice, scheduleSeconds: 0 });
  const response = await fetch(`${runtime.issuer}/.well-known/openid-configuration`);
  discovery = (await response.json()) as Record<string, string>;
});

afterAll(() => runtime.stop());

const token = async (fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const response = await fetch(discovery.token_endpoint ?? '', { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

const verified = (jwt: string | undefined, audience: string) =>
  jwtVerify(jwt ?? '', createRemoteJWKSet(new URL(discovery.jwks_uri ?? '')), {
    issuer: discovery.issuer ?? '',
    audience,
  });

describe('the password grant', () => {
  it.each(RoleSchema.options)('signs in a %s of any city, under a name in both languages', async (role) => {
    const { status, body } = await token({ grant_type: 'password', username: `${role}@632800`, password: 'demo' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const { payload, protectedHeader } = await verified(body.access_token, audienceOf('632800'));
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    const person = PersonSchema.parse(personOf(payload));
    expect(person).toMatchObject({ id: `${role}@632800`, city: '632800', roles: [role] });
    expect(person.name).toMatch(/演示·海西.* Demo .*, Haixi/);
  });

  it('signs in an officer of whatever agency is registered', async () => {
    const agency = '0190b000-0000-7000-8000-000000000701';
    const username = `agency-officer@630100/${agency}`;
    const { status, body } = await token({ grant_type: 'password', username, password: 'demo' });
    expect(status).toBe(200);
    const { payload } = await verified(body.access_token, audienceOf('630100'));
    expect(personOf(payload)).toMatchObject({ id: username, city: '630100', roles: ['agency-officer'], agency });
  });

  it('signs in those who were introduced, by the names they were introduced with, and gives the officer without an agency the first one', async () => {
    const officer = (number: number) => ({
      id: `agency-officer@632500/0190b000-0000-7000-8000-00000000070${number}`,
      title: { zh: `虚构${number}队值班员`, en: `Officer of team ${number}` },
      city: '632500',
      role: 'agency-officer',
      agency: `0190b000-0000-7000-8000-00000000070${number}`,
    });
    const expert = {
      id: 'expert-02@632500',
      title: { zh: '虚构专家', en: 'Made-up expert' },
      city: '632500',
      role: 'expert',
    };
    const introduce = (people: readonly object[]) =>
      fetch(`${runtime.url}/_local/people`, { method: 'POST', body: JSON.stringify(people) });
    const claims = async (username: string) => {
      const { body } = await token({ grant_type: 'password', username, password: 'demo' });
      return decodeJwt(body.access_token ?? '');
    };
    expect((await introduce([{ id: 'nobody' }])).status).toBe(400);
    expect((await introduce([officer(1), officer(2), expert])).status).toBe(200);
    expect(await claims('agency-officer@632500')).toMatchObject({
      sub: 'agency-officer@632500',
      agency: officer(1).agency,
    });
    expect(await claims(officer(2).id)).toMatchObject({
      name: '虚构2队值班员 Officer of team 2',
      agency: officer(2).agency,
    });
    expect(await claims('expert-02@632500')).toMatchObject({ roles: ['expert'], city: '632500' });
  });

  it.each([
    [
      { grant_type: 'password', username: 'coordinator@630100/0190b000-0000-7000-8000-000000000701', password: 'demo' },
      'invalid_grant',
    ],
    [{ grant_type: 'password', username: 'agency-officer@630100/anything', password: 'demo' }, 'invalid_grant'],
    [{ grant_type: 'password', username: 'coordinator@630100', password: 'guess' }, 'invalid_grant'],
    [{ grant_type: 'password', username: 'nobody@630100', password: 'demo' }, 'invalid_grant'],
    [{ grant_type: 'password', username: 'coordinator@630100' }, 'invalid_request'],
    [{ grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    [{}, 'unsupported_grant_type'],
  ])('refuses %j: %s', async (fields, error) => {
    expect(await token(fields as Record<string, string>)).toMatchObject({ status: 400, body: { error } });
  });
});

describe('the authorization code flow', () => {
  const verifier = randomBytes(32).toString('base64url');
  const request = {
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: PAGE,
    scope: 'openid',
    state: 'a state & more',
    nonce: 'a nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };

  const authorize = (fields: Record<string, string>) =>
    fetch(`${discovery.authorization_endpoint}?${new URLSearchParams(fields)}`, { redirect: 'manual' });

  const submit = (fields: Record<string, string>) =>
    fetch(discovery.authorization_endpoint ?? '', {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  const answered = (response: Response): Record<string, string> => {
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.href.startsWith(PAGE)).toBe(true);
    return Object.fromEntries(location.searchParams);
  };

  const CREDENTIALS = { username: 'approver@630100', password: 'demo' };
  const exchange = (code: string | undefined, fields: Record<string, string> = {}) =>
    token({
      grant_type: 'authorization_code',
      code: code ?? '',
      client_id: CLIENT,
      redirect_uri: PAGE,
      code_verifier: verifier,
      ...fields,
    });

  it('shows a page in both languages that carries the request along, and leads back with a code for tokens', async () => {
    const page = await authorize({ ...request, login_hint: 'approver@630100' });
    const text = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const part of ['登录', 'Sign in', 'a state &amp; more', 'value="approver@630100"'])
      expect(text).toContain(part);
    const hidden = Object.fromEntries(
      [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        (value ?? '').replaceAll('&amp;', '&'),
      ]),
    );
    const { code, state } = answered(await submit({ ...hidden, ...CREDENTIALS }));
    expect(state).toBe('a state & more');
    const { status, body } = await exchange(code);
    expect(status).toBe(200);
    await verified(body.access_token, audienceOf('630100'));
    const { payload } = await verified(body.id_token, CLIENT);
    expect(payload).toMatchObject({ sub: 'approver@630100', nonce: 'a nonce', roles: ['approver'] });
  });

  it('asks again when the password is wrong', async () => {
    const again = await submit({ ...request, username: '<b>', password: 'guess' });
    const text = await again.text();
    expect(text).toContain('用户名或密码不正确');
    expect(text).toContain('&lt;b&gt;');
    expect(text).not.toContain('<b>');
  });

  it('takes a code once, from the client, page and proof it was given out for', async () => {
    const fresh = async () => answered(await submit({ ...request, ...CREDENTIALS })).code;
    const once = await fresh();
    expect((await exchange(once)).status).toBe(200);
    expect(await exchange(once)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const wrong = [{ client_id: 'other' }, { redirect_uri: `${PAGE}/x` }, { code_verifier: 'x'.repeat(43) }];
    for (const fields of wrong)
      expect(await exchange(await fresh(), fields)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('sends nobody’s code to a page of another machine', async () => {
    const response = await authorize({ ...request, redirect_uri: 'https://example.org/' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ response_type: 'token' }, 'invalid_request'],
    [{ scope: 'profile' }, 'invalid_request'],
    [{ prompt: 'none' }, 'login_required'],
  ])('tells the client when %j: %s', async (fields, error) => {
    expect(answered(await authorize({ ...request, ...(fields as Record<string, string>) }))).toMatchObject({ error });
  });
});

describe('the issuer', () => {
  it('lets pages of any origin read what it publishes', async () => {
    for (const path of ['/.well-known/openid-configuration', '/jwks']) {
      const response = await fetch(`${runtime.issuer}${path}`);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
    const preflight = await fetch(`${runtime.issuer}/token`, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
    expect((await fetch(`${runtime.issuer}/elsewhere`)).status).toBe(404);
  });

  it('tells no secret of its key', async () => {
    const { keys } = (await (await fetch(`${runtime.issuer}/jwks`)).json()) as { keys: object[] };
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('makes every token its own', async () => {
    const grant = { grant_type: 'password', username: 'expert@630100', password: 'demo' };
    const [one, two] = [await token(grant), await token(grant)];
    const id = (jwt = '') => decodeJwt(jwt).jti;
    expect(id(one.body.access_token)).not.toBe(id(two.body.access_token));
  });
});
