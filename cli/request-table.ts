import type { Text } from '../shared/domain/kernel/text.ts';
import { WORK_ORDER_STEPS } from '../shared/domain/request/work-order-step.ts';
import { RESOURCE_KINDS } from '../shared/domain/vocabulary/resource-kinds.ts';
import type { RequestView } from '../shared/http/views/request.ts';
import { cityName } from '../shared/reference/cities.ts';
import { spoken } from '../shared/reference/spoken.ts';
import { STATUS_NAMES } from '../shared/reference/statuses.ts';
import { partnerStatus } from './request-progress.ts';
import type { Run } from './run.ts';
import { facts, table } from './table.ts';

const HEADINGS = {
  request: { zh: '请求', en: 'request' },
  status: { zh: '状态', en: 'status' },
  step: { zh: '工单环节', en: 'work order' },
  incident: { zh: '事件', en: 'incident' },
  kind: { zh: '类别', en: 'kind' },
  mission: { zh: '任务', en: 'mission' },
  by: { zh: '到位时限', en: 'needed by' },
  needed: { zh: '需要', en: 'needed' },
  answered: { zh: '答复', en: 'answered' },
  requisitioned: { zh: '征调', en: 'requisitioned' },
  committed: { zh: '承诺', en: 'committed' },
  open: { zh: '缺口', en: 'open' },
  partner: { zh: '伙伴', en: 'partner' },
  replyBy: { zh: '答复时限', en: 'reply by' },
} as const satisfies Record<string, Text>;

const itemTable = (run: Run, { items, quantities }: RequestView): string => {
  const { kind, mission, by, needed, answered, requisitioned, committed, open } = HEADINGS;
  const rows = items.map((item) => {
    const counts = quantities.find(({ itemId }) => itemId === item.itemId);
    return [
      run.words(RESOURCE_KINDS[item.kind]),
      item.mission,
      run.words(spoken({ zh: item.neededBy, en: item.neededBy })),
      ...[item.quantity, counts?.answered, counts?.requisitioned, counts?.committed, counts?.open].map((count) =>
        String(count ?? ''),
      ),
    ];
  });
  return table([kind, mission, by, needed, answered, requisitioned, committed, open].map(run.words), rows);
};

const partnerTable = (run: Run, { placements }: RequestView): string =>
  table(
    [HEADINGS.partner, HEADINGS.status, HEADINGS.replyBy].map(run.words),
    placements.map(({ city, status, replyBy }) => [
      run.words(cityName(city)),
      run.words(partnerStatus(status)),
      run.words(spoken({ zh: replyBy, en: replyBy })),
    ]),
  );

/** @returns a request as people read it: what is asked, with whom it is placed, and what came of it. */
export const shownRequest = (run: Run, request: RequestView): string => {
  const { requestId, status, workOrderStep, incident, placements } = request;
  const head = facts([
    [run.words(HEADINGS.request), requestId],
    [run.words(HEADINGS.status), run.words(STATUS_NAMES[status] ?? { zh: status, en: status })],
    [run.words(HEADINGS.step), run.words(WORK_ORDER_STEPS[workOrderStep])],
    [run.words(HEADINGS.incident), incident.title],
  ]);
  const parts = [head, itemTable(run, request), ...(placements.length === 0 ? [] : [partnerTable(run, request)])];
  return parts.join('\n\n');
};
