import { describe, expect, it } from 'vitest';
import { request } from '../../../shared/domain/request/request.ts';
import { WORK_ORDER_STEPS, workOrderStepOf } from '../../../shared/domain/request/work-order-step.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import {
  accepts,
  allHome,
  answered,
  asCoordinator,
  asPartner,
  asRepresentative,
  aTeam,
  commitmentOf,
  committed,
  committing,
  declines,
  deploymentIds,
  following,
  HAIDONG,
  HAINAN,
  happened,
  itemAt,
  open,
  outcomeOf,
  placedWith,
  placementOf,
  recordAt,
  requestIn,
  requisition,
  requisitioned,
  taking,
} from '../../builders/request.ts';

const followUp = { type: 'follow-up', satisfaction: 5, words: '到得及时' } as const;
const close = { type: 'close' } as const;

describe('the end of deployments', () => {
  it('is learned for each team once; the last is told to the duty room', () => {
    const state = committed();
    const [first = '', second = ''] = deploymentIds(state);
    const ended = (deploymentId: string) => ({ type: 'deployment-ended', deploymentId, at: NOW }) as const;
    const one = happened(state, ended(first));
    expect(one.events.flatMap((event) => request.notices?.(event, one.state) ?? [])).toEqual([]);
    expect(request.decide(one.state, ended(first), asCoordinator())).toEqual({ accepted: true, events: [] });
    const both = happened(one.state, ended(second));
    expect(both.events.flatMap((event) => request.notices?.(event, both.state) ?? [])).toMatchObject([
      { urgency: 'routine', text: { zh: expect.stringContaining('全部结束') } },
    ]);
  });
});

describe('following up and closing', () => {
  it('wait for the teams to be home and for requisitions to be answered', () => {
    expect(outcomeOf(committed(), followUp)).toBe('teams-not-home');
    expect(outcomeOf(committed(), close)).toBe('teams-not-home');
    expect(outcomeOf(requisitioned(), close)).toBe('commitments-awaited');
  });

  it('remember how the help was, and who closed', () => {
    const state = following(allHome(), [followUp], [close]);
    expect(state).toMatchObject({
      status: 'closed',
      followUp: { satisfaction: 5, words: '到得及时', by: { id: 'coordinator@630100' } },
      closing: { by: { id: 'coordinator@630100' }, at: NOW },
    });
  });

  it('set partners free whose offers were not needed, and those that still think', () => {
    const placed = placedWith(LANZHOU, HAIDONG, HAINAN);
    const state = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    const { state: closed, events } = happened(state, close);
    expect(events).toMatchObject([
      {
        declined: [{ city: LANZHOU }],
        recalls: [{ city: HAIDONG }, { city: HAINAN, recalledMessageId: placementOf(placed, HAINAN).messageId }],
      },
    ]);
    expect(placementOf(closed).status).toBe('turned-down');
  });

  it('are told to a partner that declined one item and never answered the other', () => {
    const placed = placedWith(LANZHOU);
    const state = answered(placed, [declines(itemAt(placed))]);
    const { messageId } = placementOf(state);
    expect(happened(state, close).events).toMatchObject([
      { declined: [], recalls: [{ city: LANZHOU, recalledMessageId: messageId }] },
    ]);
  });

  it('tell partners nothing whose teams came', () => {
    expect(happened(allHome(), close).events).toMatchObject([{ declined: [], recalls: [] }]);
  });

  it('set a partner free of what it promised besides the teams that came', () => {
    const placed = placedWith(LANZHOU);
    const teams = [aTeam(1), aTeam(2)];
    const promised = answered(placed, [accepts(itemAt(placed), teams), accepts(itemAt(placed, 1), [aTeam(3)])]);
    const taken = following(promised, [requisition(taking(promised, teams)), asRepresentative()]);
    const out = following(taken, [committing(commitmentOf(recordAt(taken))), asPartner()]);
    const ended = (deploymentId: string) => [{ type: 'deployment-ended', deploymentId, at: NOW } as const] as const;
    const home = following(out, ...deploymentIds(out).map(ended));
    expect(happened(home, close).events).toMatchObject([{ declined: [{ city: LANZHOU }], recalls: [] }]);
  });
});

describe('the step of the work order', () => {
  const STEPS = [
    ['accept', requestIn.drafted],
    ['handle', requestIn.approved],
    ['transfer', requestIn.placed],
    ['supervise', requestIn.lapsed],
    ['supervise', requestIn['unable-to-fill']],
    ['supervise', requisitioned],
    ['supervise', committed],
    ['feedback', allHome],
    ['follow-up', () => following(allHome(), [followUp])],
    ['archive', requestIn.closed],
    ['archive', requestIn.cancelled],
  ] as const;
  it.each(STEPS)('%s', (step, make) => {
    expect(workOrderStepOf(make())).toBe(step);
  });

  it('can be each of the seven', () => {
    expect(new Set(STEPS.map(([step]) => step))).toEqual(new Set(Object.keys(WORK_ORDER_STEPS)));
  });
});

describe('the lists a request is in', () => {
  it('are all, its status, its step and its incident, with one card', () => {
    const state = open(requestIn.placed());
    const rows = request.listings(state);
    expect(rows.map(({ list }) => list)).toEqual([
      'request',
      'request/status/placed',
      'request/step/transfer',
      `request/incident/${state.incident.incidentId}`,
    ]);
    expect(new Set(rows.map(({ sort }) => sort))).toEqual(new Set([`${NOW}#${state.id}`]));
    expect(rows[0]?.card).toMatchObject({ status: 'placed', workOrderStep: 'transfer', items: [{ quantity: 2 }, {}] });
  });
});
