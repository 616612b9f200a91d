import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandOf } from '../../../functions/exchange-inbox/command-of.ts';
import { UnreadableBody } from '../../../shared/exchange/codecs/common.ts';
import type { AnyConversation, Incoming } from '../../../shared/exchange/conversation.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';

const incoming = { type: 'RequestResource' } as Incoming;

/** A conversation that reads messages so. */
const reading = (read: () => unknown): AnyConversation => ({ ...CONVERSATIONS.request, incoming: read });

const throwing = (error: Error) =>
  reading(() => {
    throw error;
  });

describe('the command a message stands for', () => {
  it('is what its conversation makes of it', () => {
    const command = { type: 'receive' };
    expect(
      commandOf(
        reading(() => command),
        incoming,
      ),
    ).toEqual({ command });
  });

  it('is none where the conversation takes no such messages', () => {
    expect(
      commandOf(
        reading(() => undefined),
        incoming,
      ),
    ).toMatchObject({
      refusal: { reason: { code: 'not-for-this-aggregate' } },
    });
  });

  it.each([
    ['a codec says so', new UnreadableBody('TypeInfo/item'), 'the message body has no readable TypeInfo/item'],
    [
      'a schema says so',
      z.object({ at: z.iso.date() }).safeParse({ at: 1 }).error ?? new Error('no error'),
      '/at Invalid',
    ],
  ])('is none where the body cannot be read: %s', (_, error, problem) => {
    expect(commandOf(throwing(error), incoming)).toMatchObject({
      refusal: {
        reason: { code: 'body-not-valid' },
        parameters: { type: 'RequestResource', problem: expect.stringContaining(problem) },
      },
    });
  });

  it('is not known when something else is wrong: the message comes again', () => {
    expect(() => commandOf(throwing(new TypeError('a fault of ours')), incoming)).toThrow(TypeError);
  });
});
