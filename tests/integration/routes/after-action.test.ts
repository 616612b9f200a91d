import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/warnings/handler.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { AfterActionView } from '../../../shared/http/views/after-action.ts';
import type { PlanView } from '../../../shared/http/views/plan.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import { naming, rainstorm } from '../../builders/cap.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { commitTeam, neighbours } from '../../builders/neighbours.ts';
import { planDetails } from '../../builders/plan.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { onDeclaration } from './agreements-world.ts';
import { itAnswersWrongCalls } from './wrong-calls.ts';

const OFFICER = `duty-officer@${XINING}`;
const REPRESENTATIVE = `representative@${XINING}`;

/** A red warning that arms the agreement with Lanzhou, has a team stand by, tells Lanzhou and has a request drafted. */
const world = async () => {
  const cities = await neighbours(onDeclaration);
  const { done, agreementId } = cities;
  const { teamId } = await done<TeamView>(OFFICER, teamRoutes.registerTeam, {
    body: { ...someDetails({ name: '西宁水上救援队' }), dutyContact: someContact() },
  });
  const { planId } = await done<PlanView>(OFFICER, planRoutes.filePlan, { body: planDetails() });
  const rule = {
    ...{ name: '红色暴雨', realm: 'actual', colour: 'red', hazards: ['flood'], area: 'here', teams: [teamId] },
    ...{ agreements: [agreementId], partners: [agreementId], mayAsk: [], plans: [planId] },
  };
  await done(REPRESENTATIVE, warningRuleRoutes.setWarningRule, { body: rule });
  const { warningId } = await done<WarningView>(OFFICER, warningRoutes.receiveWarning, { body: rainstorm() });
  const annex = () => done<AfterActionView>(OFFICER, warningRoutes.readAfterAction, { params: { warningId } });
  const cancel = () => {
    const { info: _, ...alert } = rainstorm({
      ...{ identifier: 'cancel', sent: '2026-07-15T10:00:00+08:00', msgType: 'Cancel' },
      references: naming(rainstorm()),
    });
    return done(OFFICER, warningRoutes.receiveWarning, { body: alert });
  };
  return { cities, done, warningId, agreementId, teamId, annex, cancel };
};

describe('the annex of a warning', () => {
  itAnswersWrongCalls(warningRoutes.readAfterAction, async () => {
    const test = createTestCell({ city: XINING, now: NOW });
    const handler = createHandler(test.cell);
    const { body } = await test.call(handler, warningRoutes.receiveWarning, { as: OFFICER, body: rainstorm() });
    const params = { warningId: (body as WarningView).warningId };
    return { test, handler, good: { as: OFFICER, params } };
  });

  it('says what it did, for how long, and what followed under the agreement it armed', async () => {
    const { cities, agreementId, teamId, annex, cancel } = await world();
    const { requestId, deploymentId } = await commitTeam(cities);
    cities.cellOf(XINING).setTime('2026-07-15T02:00:00.000Z');
    await cancel();
    const read = await annex();
    expect(read).toMatchObject({
      ...{ status: 'cancelled', settled: true, complete: true, colour: 'red', exercise: false },
      agreements: [
        {
          ...{ targetId: agreementId, outcome: 'undone', from: NOW, minutes: 120 },
          requests: [
            { requestId, side: 'made', partner: LANZHOU, deployments: [deploymentId], committedCost: 1_000_000 },
          ],
        },
      ],
      standbys: [{ targetId: teamId, name: '西宁水上救援队', minutes: 120, outcome: 'undone' }],
      notices: [{ outcome: 'undone', confirmedAt: NOW }],
      drafts: [{ outcome: 'undone', requestStatus: 'cancelled' }],
      committedCost: 1_000_000,
    });
  });

  it('can be read, and verified by its digest and the ledgers it names', async () => {
    const { annex, done, warningId } = await world();
    const { text, digest, ...data } = await annex();
    expect(digest).toBe(digestOf(data));
    expect(data).toMatchObject({ status: 'in-force', settled: false });
    expect(text.zh).toContain('待命队伍“西宁水上救援队”');
    expect(text.en).toContain('On standby');
    expect(`${text.zh}${text.en}`).not.toMatch(/\{\w+:/);
    for (const { kind, id, head } of data.sources) {
      const params = { kind, id };
      const story = await done<{ chapters: { head: string }[] }>(OFFICER, ledgerRoutes.readStory, { params });
      expect(story.chapters[0]?.head).toBe(head);
    }
    expect(data.sources[0]).toMatchObject({ kind: 'warning', id: warningId });
  });
});
