import { describe, expect, it } from 'vitest';
import type { InboxCell } from '../../../functions/exchange-inbox/inbox-cell.ts';
import { receiveMessage } from '../../../functions/exchange-inbox/receive-message.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { agreementRoutes as routes } from '../../../shared/http/routes/agreements.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { reason, world } from '../../integration/routes/agreements-world.ts';

/** Xining has suspended and resumed an agreement; Lanzhou has heard of neither. */
const suspendedAndResumed = async () => {
  const cities = world();
  const agreementId = await cities.sign();
  for (const contract of [routes.suspendAgreement, routes.resumeAgreement])
    await cities.call(XINING, contract, { params: { agreementId }, body: reason });
  const [suspension, resumption] = cities.underWay.splice(0);
  const { cell } = cities.cellOf(LANZHOU);
  const take = (message: unknown, at: InboxCell = cell) =>
    receiveMessage(at, CONVERSATIONS, JSON.parse(JSON.stringify(message)));
  const agreementThere = () => cities.read(LANZHOU, agreementId);
  return { cell, suspension, resumption, take, agreementThere };
};

/** @returns the cell, in which something else happens in the very moment before a message is parked. */
const whileParking = (cell: InboxCell, happens: () => Promise<unknown>): InboxCell => ({
  ...cell,
  store: {
    ...cell.store,
    transact: async (writes, token) => {
      const isParking = writes.some((write) => write.kind === 'put' && write.item.entity === ENTITY.parkedMessage);
      if (isParking) await happens();
      return cell.store.transact(writes, token);
    },
  },
});

describe('messages that come in the wrong order', () => {
  it('are applied in the right one: the later waits for the earlier', async () => {
    const { suspension, resumption, take, agreementThere } = await suspendedAndResumed();
    expect(await take(resumption)).toBe('parked');
    expect(await agreementThere()).toMatchObject({ status: 'in-force' });
    expect(await take(suspension)).toBe('applied');
    expect(await agreementThere()).toMatchObject({ status: 'in-force', suspensions: [] });
    expect(await take(resumption)).toBe('duplicate');
  });

  it('are applied too when the earlier comes while the later is being put aside', async () => {
    const { cell, suspension, resumption, take, agreementThere } = await suspendedAndResumed();
    const verdict = await take(
      resumption,
      whileParking(cell, () => take(suspension)),
    );
    expect(verdict).toBe('parked');
    expect(await agreementThere()).toMatchObject({ status: 'in-force', suspensions: [] });
    expect(await take(resumption)).toBe('duplicate');
  });
});
