import { afterEach, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../../cli/exit-codes.ts';
import { answered, aToken, type CliWorld, createCliWorld } from '../../builders/cli-world.ts';

const ID = '01940000-0000-7000-8000-000000000001';

let cli: CliWorld;
afterEach(() => cli.dispose());

const signedIn = async (answer?: Parameters<typeof createCliWorld>[0]): Promise<void> => {
  cli = createCliWorld(answer);
  await cli.run('login', '--token', await aToken('coordinator'));
};

const problem = (status: number) => ({
  type: 'urn:shouwang:problem:body-not-valid',
  title: '内容不合要求',
  status,
  detail: '有 1 处内容不合要求。',
  code: 'body-not-valid',
  correlationId: 'c-1',
  errors: [{ pointer: '/items/0/quantity', detail: '须为正整数' }],
});

describe('the way a command ends', () => {
  it.each([
    ['an unknown command', ['dance'], '没有这个命令：dance\n'],
    ['an unknown option', ['whoami', '--loud'], '没有这个选项：--loud\n'],
    ['a missing argument', ['request', 'show'], '缺少参数：id\n'],
    [
      'a wrong choice',
      ['--lang', 'zh', 'request', 'draft', '--level', '9'],
      '取值无效：--level <level>，9。可选：1, 2, 3.\n',
    ],
    ['too many arguments', ['whoami', 'really'], '参数过多：whoami\n'],
  ])('%s is wrong usage', async (_, args, stderr) => {
    cli = createCliWorld();
    expect(await cli.run(...args)).toEqual({ exit: 2, stdout: '', stderr });
  });

  it('shows help where a command is left out, and when it is asked for', async () => {
    cli = createCliWorld();
    const left = await cli.run('request');
    expect(left).toMatchObject({ exit: 2, stdout: '' });
    expect(left.stderr).toContain('follow');
    const asked = await cli.run('--help', '--lang', 'en');
    expect(asked.exit).toBe(0);
    for (const { code, meaning } of Object.values(EXIT_CODES)) expect(asked.stdout).toContain(`${code}  ${meaning.en}`);
  });

  it('nobody is signed in: 3', async () => {
    cli = createCliWorld();
    expect((await cli.run('request', 'show', ID)).exit).toBe(3);
  });

  it('the token is not taken: 3', async () => {
    await signedIn(() => answered(401, { message: 'Unauthorized' }));
    expect((await cli.run('request', 'show', ID)).exit).toBe(3);
  });

  it('nothing answers: 4', async () => {
    await signedIn();
    expect(await cli.run('request', 'show', ID, '--lang', 'en')).toMatchObject({
      exit: 4,
      stderr: 'Nothing answers at http://127.0.0.1:8630.\n',
    });
  });

  it('a gateway whose service is away: 4', async () => {
    await signedIn(() => answered(503, { message: 'Service Unavailable' }));
    expect((await cli.run('request', 'show', ID)).exit).toBe(4);
  });

  it('a refusal is the sentence and the fields, and one JSON document for programs: 1', async () => {
    await signedIn(() => answered(422, problem(422), 'application/problem+json'));
    expect(await cli.run('request', 'approve', ID)).toEqual({
      exit: 1,
      stdout: '',
      stderr: '有 1 处内容不合要求。\n  /items/0/quantity  须为正整数\n',
    });
    const { exit, stdout } = await cli.run('request', 'approve', ID, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ error: problem(422) });
  });

  it('a ledger that is not whole is shown, and is a failure', async () => {
    const firstFault = { kind: 'team', id: ID, sequence: 2, fault: 'changed-entry' };
    const verification = { intact: false, entries: 3, messages: 0, firstFault };
    await signedIn(() => answered(200, verification));
    const { exit, stdout } = await cli.run('ledger', 'verify', 'team', ID, '--json');
    expect({ exit, shown: JSON.parse(stdout) }).toEqual({ exit: 1, shown: verification });
  });
});
