import type { JWTPayload } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberingTokens } from '../../../shared/lambda/remembered-tokens.ts';

const MINUTE_MS = 60_000;
let now = 0;
const check = vi.fn(
  async (token: string): Promise<JWTPayload | undefined> =>
    token.startsWith('bad') ? undefined : { sub: token, exp: token === 'short' ? 30 : 3600 },
);
let verify: ReturnType<typeof rememberingTokens>;

beforeEach(() => {
  now = 0;
  check.mockClear();
  verify = rememberingTokens(check, () => now);
});

describe('remembered tokens', () => {
  it('are checked once a minute', async () => {
    expect(await verify('wang')).toEqual({ sub: 'wang', exp: 3600 });
    now = MINUTE_MS - 1;
    expect(await verify('wang')).toEqual({ sub: 'wang', exp: 3600 });
    expect(check).toHaveBeenCalledTimes(1);
    now = MINUTE_MS;
    await verify('wang');
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('are not good beyond their end', async () => {
    await verify('short');
    now = 30_000;
    await verify('short');
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('are good ones only', async () => {
    expect(await verify('bad')).toBeUndefined();
    expect(await verify('bad')).toBeUndefined();
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('are so many and no more, the newest', async () => {
    for (let n = 0; n <= 500; n += 1) await verify(`person ${n}`);
    check.mockClear();
    await verify('person 500');
    await verify('person 1');
    expect(check).not.toHaveBeenCalled();
    await verify('person 0');
    expect(check).toHaveBeenCalledTimes(1);
  });
});
