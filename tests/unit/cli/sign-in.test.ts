import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answered, aToken, type CliWorld, createCliWorld } from '../../builders/cli-world.ts';

let cli: CliWorld;
afterEach(() => cli.dispose());

/** An issuer that knows one password. */
const issuer = (token: string) => (url: URL, init: RequestInit | undefined) => {
  if (url.pathname === '/oidc/.well-known/openid-configuration')
    return answered(200, { token_endpoint: 'http://127.0.0.1:8630/oidc/token' });
  const form = new URLSearchParams(String(init?.body));
  return form.get('password') === 'demo'
    ? answered(200, { access_token: token })
    : answered(400, { error: 'invalid_grant' });
};

describe('signing in', () => {
  it('keeps the token in a file that only the user can read, and never prints it', async () => {
    const token = await aToken('coordinator');
    cli = createCliWorld(issuer(token));
    const { exit, stdout, stderr } = await cli.run('login', 'coordinator@630100');
    expect(exit).toBe(0);
    expect(stdout).toContain('coordinator@630100');
    expect(stdout + stderr).not.toContain(token);
    const file = join(cli.world.configDirectory, 'sessions.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(cli.world.configDirectory).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toContain(token);
  });

  it('says who is signed in, as one JSON document', async () => {
    cli = createCliWorld(issuer(await aToken('coordinator')));
    await cli.run('login', 'coordinator@630100');
    const { stdout } = await cli.run('whoami', '--json');
    expect(JSON.parse(stdout)).toEqual({
      id: 'coordinator@630100',
      name: '演示',
      city: '630100',
      roles: ['coordinator'],
      apiUrl: 'http://127.0.0.1:8630/630100',
      expiresAt: '2026-11-24T13:00:00.000Z',
    });
  });

  it('is refused with a wrong password', async () => {
    cli = createCliWorld(issuer(await aToken('coordinator')), { askSecret: async () => 'wrong' });
    expect(await cli.run('login', 'coordinator@630100', '--lang', 'en')).toEqual({
      exit: 3,
      stdout: '',
      stderr: 'The user name or the password is wrong.\n',
    });
  });

  it('takes a token, also from standard input, and refuses what is none', async () => {
    const token = await aToken('auditor', '620100');
    cli = createCliWorld(undefined, { readInput: async () => `${token}\n` });
    expect((await cli.run('login', '--token', '-')).exit).toBe(0);
    expect(JSON.parse((await cli.run('whoami', '--json')).stdout)).toMatchObject({
      city: '620100',
      roles: ['auditor'],
    });
    expect((await cli.run('login', '--token', 'nonsense')).exit).toBe(3);
    expect((await cli.run('login')).exit).toBe(2);
  });

  it('lets several people stay signed in, and one or all of them out', async () => {
    cli = createCliWorld();
    for (const role of ['coordinator', 'approver'] as const) await cli.run('login', '--token', await aToken(role));
    const who = async (...args: readonly string[]) =>
      JSON.parse((await cli.run('whoami', '--json', ...args)).stdout).id;
    expect(await who()).toBe('approver@630100');
    expect(await who('--as', 'coordinator@630100')).toBe('coordinator@630100');
    await cli.run('logout');
    expect(await who()).toBe('coordinator@630100');
    expect(JSON.parse((await cli.run('logout', '--all', '--json')).stdout)).toEqual({
      signedOut: ['coordinator@630100'],
    });
    expect((await cli.run('whoami')).exit).toBe(3);
  });

  it('is over when the token has expired', async () => {
    cli = createCliWorld();
    await cli.run('login', '--token', await aToken('coordinator', '630100', Date.parse('2026-11-24T11:00:00Z')));
    expect(await cli.run('whoami')).toMatchObject({ exit: 3, stderr: '登录已过期，请重新登录。\n' });
  });
});
