import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { aCallOut, anExpert } from '../payloads.ts';
import { type Stage, XINING } from '../stage.ts';
import { appointExpert, openCallOut } from '../steps/expert.ts';
import { readStory, verifyStory } from '../steps/story.ts';

/** The expert accepts, gives a signed opinion and claims the fee, on the own desk. @returns the digest that was signed. */
const advise = async ({ desk, tell }: Stage, callOutId: string): Promise<string> => {
  const expert = desk('expert', XINING);
  const params = { callOutId };
  await expert.call(callOutRoutes.answerInvitation, { params, body: { answer: 'accept' } });
  tell({
    city: XINING,
    role: 'expert',
    text: { zh: '接受咨询邀请。', en: 'Accepts the invitation to advise.' },
  });
  const opinion = {
    text: '左岸滑坡体处于蠕滑阶段，建议下游三百米内群众先行撤离。（演示）',
    attachments: [{ name: '监测曲线.pdf', url: 'https://files.example.com/demo-1', sha256: '0'.repeat(64) }],
  };
  const { body } = await expert.call(callOutRoutes.giveOpinion, { params, body: opinion });
  if (body.invitation.status !== 'opinion-given') throw new Error(`the invitation is ${body.invitation.status}`);
  tell({
    city: XINING,
    role: 'expert',
    text: {
      zh: '出具并签署书面意见：下游群众先行撤离。',
      en: 'Gives and signs a written opinion: evacuate downstream.',
    },
  });
  await expert.call(callOutRoutes.claimFee, { params, body: { days: 0.5, expenses: 0 } });
  return body.invitation.opinion.signature.digest;
};

/** The ledger of the incident must hold the very opinion that was signed. */
const findInLedger = async ({ desk, tell }: Stage, incidentId: string, digest: string): Promise<void> => {
  const { chapters } = await readStory(desk, XINING, 'incident', incidentId);
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const noted = entries.some(({ type, data }) => type === 'opinionReceived' && data.digest === digest);
  const { intact } = await verifyStory(desk, XINING, 'incident', incidentId);
  if (!noted || !intact) throw new Error('the ledger of the incident does not hold the opinion');
  tell({
    city: XINING,
    role: 'auditor',
    text: {
      zh: '事件台账载有该意见及其摘要，链条完好。',
      en: 'Finds the opinion, by its digest, in the ledger of the incident, whose chain holds.',
    },
  });
};

/** Xining asks an expert of its own pool whether the slope above the river holds. */
export const askAnExpert = async (stage: Stage, incidentId: string): Promise<void> => {
  const { desk, tell, now } = stage;
  const expert = await appointExpert(desk, XINING, anExpert(XINING, now()));
  const { expertId } = expert;
  const { callOutId } = await openCallOut(desk, XINING, aCallOut(incidentId, [expertId], now()));
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `邀请专家${expert.name}视频咨询：左岸滑坡体是否稳定？`,
      en: 'Calls out an expert of its pool, by video: does the slope on the left bank hold?',
    },
  });
  const digest = await advise(stage, callOutId);
  const coordinator = desk('coordinator', XINING);
  const params = { callOutId, expertId };
  await coordinator.call(callOutRoutes.confirmExpertFee, { params, body: { amount: expert.feePerDay / 2 } });
  await coordinator.call(callOutRoutes.appraiseExpert, { params, body: { grade: 5, words: '判断准确（演示）' } });
  await coordinator.call(callOutRoutes.closeCallOut, { params: { callOutId } });
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '确认费用、评价专家，咨询办结归档。',
      en: 'Confirms the fee, appraises the expert, closes and archives.',
    },
  });
  await findInLedger(stage, incidentId, digest);
};
