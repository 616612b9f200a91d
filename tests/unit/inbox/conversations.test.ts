import { expect, it } from 'vitest';
import { CONVERSATIONS } from '../../../functions/exchange-inbox/handler.ts';
import { MESSAGE_CONTRACTS } from '../../../shared/exchange/message-contracts.ts';

it('The inbox knows whatever a message can be for', () => {
  const targets = new Set(Object.values(MESSAGE_CONTRACTS).map(({ target }) => target));
  targets.delete('exchange');
  expect([...targets].filter((target) => target !== 'exchange' && CONVERSATIONS[target] === undefined)).toEqual([]);
  expect(targets.size).toBeGreaterThan(5);
});
