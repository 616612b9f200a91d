import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../functions/exchange-inbox/receive-message.ts';
import { type Execution, execute } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import type { OutgoingMessageRow } from '../../shared/data/rows.ts';
import { ENTITY } from '../../shared/data/table.ts';
import { plus } from '../../shared/domain/kernel/instant.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { sealEnvelope } from '../../shared/exchange/signature.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { aPerson, LANZHOU, NOW, XINING } from '../builders/circumstances.ts';
import { approveRequest, neighbours, placeRequest } from '../builders/neighbours.ts';
import { testSigner } from '../builders/test-cell.ts';

const until = plus(NOW, 24 * 3_600_000);
const MISSIONS = [1, 2, 3, 4].map((n) => `0190b000-0000-7000-8000-00000000df0${n}`);

describe('a team wanted by a drill and in earnest at the same moment', () => {
  it.each([
    ['the drill first', [true, false]],
    ['the real mission first', [false, true]],
    ['two drills and two real missions', [true, true, false, false]],
  ])('goes on the real mission, whoever is quicker: %s', async (_, wanted) => {
    const { cellOf, teamId } = await neighbours();
    const { cell } = cellOf(LANZHOU);
    const commit = (exercise: boolean, index: number): Execution => ({
      target: { kind: 'team', id: teamId },
      actor: aPerson('representative', LANZHOU),
      command: (): TeamCommand => ({
        type: 'commit',
        ...{ deploymentId: MISSIONS[index] ?? '', requestId: MISSIONS[index] ?? '', until, exercise },
      }),
    });
    const outcomes = await Promise.all(
      wanted.map((exercise, index) => execute(cell, CONVERSATIONS, commit(exercise, index))),
    );
    const done = (exercise: boolean) =>
      outcomes.filter(({ outcome }, index) => outcome === 'done' && wanted[index] === exercise).length;
    expect(done(false)).toBe(1);
    expect(done(true)).toBeLessThanOrEqual(1);
    const team = (await load(cell.store, teamConversation, teamId))?.state as Extract<TeamState, { status: 'active' }>;
    const real = MISSIONS.filter((_id, index) => wanted[index] === false);
    expect(real).toContain(team.commitment?.deploymentId);
    if (team.drillCommitment) expect(team.drillCommitment.calledAwayAt).toBe(NOW);
  });
});

describe('a message of a drill about something real', () => {
  it.each([
    [false, []],
    [true, ['drill-and-real-kept-apart']],
  ])('is taken for what it says it is, or not at all (marked as a drill: %s)', async (exercise, refusals) => {
    const cities = await neighbours();
    const { requestId } = await approveRequest(cities);
    await placeRequest(cities, requestId);
    cities.underWay.splice(0);
    const row = cities
      .cellOf(XINING)
      .store.rows()
      .find(({ pk, entity }) => pk === `request#${requestId}` && entity === ENTITY.outgoingMessage);
    const { signature: _, ...unsigned } = (row as unknown as OutgoingMessageRow).envelope;
    const envelope = await sealEnvelope({ ...unsigned, exercise }, testSigner(XINING));
    const detail = { to: envelope.to, envelope };
    const verdict = await receiveMessage(cities.cellOf(LANZHOU).cell, CONVERSATIONS, detail);
    expect(verdict).toBe(exercise ? 'quarantined' : 'applied');
    const { items } = await cities.done<{ items: { code: string }[] }>(
      `duty-officer@${LANZHOU}`,
      dutyRoomRoutes.listQuarantine,
    );
    expect(items.map(({ code }) => code)).toEqual(refusals);
  });
});
