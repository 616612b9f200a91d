import { describe, expect, it } from 'vitest';
import { createHandler as createLedger } from '../../../functions/ledger/handler.ts';
import { createHandler } from '../../../functions/stock/handler.ts';
import { depotRoutes as routes } from '../../../shared/http/routes/depots.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { DepotView } from '../../../shared/http/views/depot.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { depotDetails } from '../../builders/depot.ts';
import { someContact } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const registration = { ...depotDetails(), dutyContact: someContact() };
const versionOne = { 'if-match': '"1"' };
const reason = '库区拆迁';

const world = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const register = async (name: string): Promise<string> => {
    const answer = await call(routes.registerDepot, { body: { ...registration, name } });
    expect(answer.status).toBe(201);
    return (answer.body as DepotView).depotId;
  };
  return { test, handler, call, register };
};

const withDepot = (request: TestCall) => async () => {
  const { test, handler, register } = world();
  return { test, handler, good: { as: AS, params: { depotId: await register('一号库') }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

describe('depots', () => {
  itAnswersWrongCalls(routes.listDepots, anywhere({}));
  itAnswersWrongCalls(routes.registerDepot, anywhere({ body: registration }, { ...registration, name: '二号库' }));
  itAnswersWrongCalls(routes.readDepot, withDepot({}));
  itAnswersWrongCalls(routes.changeDepot, withDepot({ body: depotDetails({ keeper: '另一家' }), headers: versionOne }));
  itAnswersWrongCalls(routes.confirmDepot, withDepot({}));
  itAnswersWrongCalls(routes.retireDepot, withDepot({ body: { reason } }));
  itAnswersWrongCalls(routes.readDepotContact, withDepot({ body: { reason } }));

  it('are listed by name, retired ones too', async () => {
    const { call, register } = world();
    await register('乙库');
    const depotId = await register('甲库');
    await call(routes.retireDepot, { params: { depotId }, body: { reason } });
    expect((await call(routes.listDepots)).body).toMatchObject({
      items: [
        { name: '乙库', status: 'active' },
        { name: '甲库', status: 'retired', depotId },
      ],
    });
  });
});

describe('personal data of a depot', () => {
  it('is masked wherever the depot is shown, its ledger included', async () => {
    const { test, call, register } = world();
    const depotId = await register('一号库');
    const { body } = await call(routes.readDepot, { params: { depotId } });
    expect(body).toMatchObject({ dutyContact: { name: '张*', telephone: '138****0001' } });
    const story = await test.call(createLedger(test.cell), ledgerRoutes.readStory, {
      as: `auditor@${XINING}`,
      params: { kind: 'depot', id: depotId },
    });
    expect(story.status).toBe(200);
    for (const shown of [body, story.body, (await call(routes.listDepots)).body])
      expect(JSON.stringify(shown)).not.toMatch(/张示例|0000-0001/);
  });

  it('is read for a reason, which the ledger keeps', async () => {
    const { test, call, register } = world();
    const depotId = await register('一号库');
    const read = await call(routes.readDepotContact, { params: { depotId }, body: { reason } });
    expect(read.body).toEqual(someContact());
    const entries = test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries.at(-1)).toMatchObject({ type: 'depotContactRead', data: { reason }, actor: { id: AS } });
  });
});
