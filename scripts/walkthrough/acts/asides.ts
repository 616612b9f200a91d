import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import { anItem } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { informationAsked, makeOffer, offerWhere, questionWhere, quoteAsked } from '../steps/asides.ts';

/** Lanzhou hears of the flood and offers help; Xining prefers to ask for what it needs. */
const offerUnasked = async ({ desk, tell, now }: Stage, agreementId: string, teamId: string): Promise<string> => {
  const { offerId } = await makeOffer(desk, LANZHOU, agreementId, [teamId], now());
  await offerWhere(desk, XINING, offerId);
  tell({
    city: LANZHOU,
    role: 'coordinator',
    message: { type: 'OfferUnsolicitedResource', to: [XINING] },
    text: {
      zh: '获悉汛情，主动提出派一支水上救援队。',
      en: 'Has heard of the flood and offers a water-rescue team unasked.',
    },
  });
  const decline = { params: { offerId }, body: { reason: '感谢，本市将按灾情正式提出请求' } };
  await desk('coordinator', XINING).call(offerRoutes.declineOffer, decline);
  await offerWhere(desk, LANZHOU, offerId, ({ status }) => status === 'declined');
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'OfferDeclined', to: [LANZHOU] },
    text: {
      zh: '致谢并婉拒：将按灾情正式提出请求。',
      en: 'Declines with thanks: a request for what is needed will follow.',
    },
  });
  return offerId;
};

const askForInformation = async ({ desk, tell }: Stage, agreementId: string): Promise<string> => {
  const { questionId } = await informationAsked(desk, XINING, agreementId, '兰州至西宁高速是否畅通？');
  await questionWhere(desk, LANZHOU, questionId);
  tell({
    city: XINING,
    role: 'duty-officer',
    message: { type: 'RequestInformation', to: [LANZHOU] },
    text: { zh: '问询：兰州至西宁高速是否畅通？', en: 'Asks: is the expressway from Lanzhou to Xining open?' },
  });
  const body = { kind: 'information' as const, response: 'accept' as const, text: '畅通，海石湾段限速。' };
  await desk('duty-officer', LANZHOU).call(questionRoutes.answerQuestion, { params: { questionId }, body });
  await questionWhere(desk, XINING, questionId, ({ status }) => status === 'answered');
  tell({
    city: LANZHOU,
    role: 'duty-officer',
    message: { type: 'ResponseToRequestInformation', to: [XINING] },
    text: { zh: '答复：畅通，海石湾段限速。', en: 'Answers: it is, with a speed limit at Haishiwan.' },
  });
  return questionId;
};

const askForQuote = async ({ desk, tell, now }: Stage, agreementId: string): Promise<string> => {
  const { questionId } = await quoteAsked(desk, XINING, agreementId, anItem(XINING, now()));
  const { question } = await questionWhere(desk, LANZHOU, questionId);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'RequestQuote', to: [LANZHOU] },
    text: {
      zh: '询价：一支水上救援队三天需多少费用？',
      en: 'Asks what a water-rescue team would cost for three days.',
    },
  });
  const itemId = question.kind === 'quote' ? (question.items[0]?.itemId ?? '') : '';
  const costs = { personnel: 1_200_000, travel: 300_000, equipment: 150_000 };
  const body = { kind: 'quote' as const, quotes: [{ response: 'accept' as const, itemId, costs }] };
  await desk('coordinator', LANZHOU).call(questionRoutes.answerQuestion, { params: { questionId }, body });
  await questionWhere(desk, XINING, questionId, ({ status }) => status === 'answered');
  tell({
    city: LANZHOU,
    role: 'coordinator',
    message: { type: 'ResponseToRequestQuote', to: [XINING] },
    text: {
      zh: '报价：人员12000元、交通3000元、装备1500元。',
      en: 'Quotes CNY 12,000 for personnel, 3,000 for travel, 1,500 for equipment.',
    },
  });
  return questionId;
};

/** Conversations besides the request, by the kind of aggregate that keeps them. */
export interface Asides {
  readonly offerId: string;
  readonly questionIds: readonly string[];
}

/** What duty rooms say to one another before a request. */
export const talkBeforehand = async (stage: Stage, agreementId: string, teamId: string): Promise<Asides> => {
  const offerId = await offerUnasked(stage, agreementId, teamId);
  const information = await askForInformation(stage, agreementId);
  const quote = await askForQuote(stage, agreementId);
  return { offerId, questionIds: [information, quote] };
};
