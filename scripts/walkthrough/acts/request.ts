import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { anItem } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { receivedWhere } from '../steps/received-request.ts';
import { approve, draft, place } from '../steps/request.ts';
import { clockTime } from '../timeline.ts';

/** The items of the request, by what is asked for. */
export interface Request {
  readonly requestId: string;
  readonly water: string;
  readonly engineering: string;
  readonly medical: string;
  readonly communications: string;
}

const draftAndApprove = async ({ desk, tell, now }: Stage, incidentId: string): Promise<RequestView> => {
  const at = now();
  const drafted = await draft(desk, XINING, incidentId, [
    anItem(XINING, at),
    anItem(XINING, at, { kind: 'engineering-rescue', quantity: 2, mission: '封堵溃口、抽排积水' }),
    anItem(XINING, at, { kind: 'medical-rescue', level: 3, mission: '救治伤员' }),
    anItem(XINING, at, { kind: 'communications', level: 3, mission: '恢复现场通信' }),
  ]);
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '起草请求：水上救援1支、工程抢险2支、医疗1支、通信1支，12小时内到城东集结点，食宿油料由西宁提供。',
      en: 'Drafts a request: 1 water-rescue team, 2 engineering, 1 medical, 1 communications, at the assembly point within 12 hours; Xining gives meals, lodging and fuel.',
    },
  });
  const { requestId } = await approve(desk, XINING, drafted.requestId);
  tell({
    city: XINING,
    role: 'approver',
    text: { zh: '审批请求（四眼原则：非起草人）。', en: 'Approves the request: somebody else wrote it.' },
  });
  return { ...drafted, requestId };
};

/** One more medical team is needed: the partner gets the new version. */
const changeMind = async ({ desk, tell }: Stage, { requestId, items }: RequestView): Promise<void> => {
  const changed = items.map((item) => (item.kind === 'medical-rescue' ? { ...item, quantity: 2 } : item));
  await desk('coordinator', XINING).call(requestRoutes.updateRequest, {
    params: { requestId },
    body: { items: changed },
  });
  await receivedWhere(desk, LANZHOU, requestId, ({ items: known }) => known[2]?.item.quantity === 2);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'RequestResource', to: [LANZHOU] },
    text: {
      zh: '更新请求（MessageRecall Update）：医疗队由1支改为2支；其余项目不变，已有答复仍有效。',
      en: 'Updates it (MessageRecall Update): two medical teams instead of one; answers to the other items stand.',
    },
  });
};

/** Xining asks. */
export const askForHelp = async (stage: Stage, incidentId: string, agreementId: string): Promise<Request> => {
  const { desk, tell } = stage;
  const request = await draftAndApprove(stage, incidentId);
  const { requestId, items } = request;
  await place(desk, XINING, requestId, [agreementId]);
  const { replyBy } = await receivedWhere(desk, LANZHOU, requestId);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'RequestResource', to: [LANZHOU] },
    text: {
      zh: `向兰州发出请求；兰州值班室已收到，须于${clockTime(replyBy)}前答复。`,
      en: `Places it with Lanzhou, whose duty room has it and is to answer by ${clockTime(replyBy)}.`,
    },
  });
  await changeMind(stage, request);
  const [water, engineering, medical, communications] = items.map(({ itemId }) => itemId);
  return {
    requestId,
    water: water ?? '',
    engineering: engineering ?? '',
    medical: medical ?? '',
    communications: communications ?? '',
  };
};
