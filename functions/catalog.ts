import { ENTITY } from '../shared/data/table.ts';
import type { Text } from '../shared/domain/kernel/text.ts';
import type { RouteContract } from '../shared/http/route.ts';
import { agencyRoutes } from '../shared/http/routes/agencies.ts';
import { agencyTaskRoutes } from '../shared/http/routes/agency-tasks.ts';
import { agreementRoutes } from '../shared/http/routes/agreements.ts';
import { boardRoutes } from '../shared/http/routes/board.ts';
import { callOutRoutes } from '../shared/http/routes/call-outs.ts';
import { changeFeedRoutes } from '../shared/http/routes/change-feed.ts';
import { deploymentRoutes } from '../shared/http/routes/deployments.ts';
import { depotRoutes } from '../shared/http/routes/depots.ts';
import { drillRoutes } from '../shared/http/routes/drills.ts';
import { dutyRoomRoutes } from '../shared/http/routes/duty-room.ts';
import { equipmentRoutes } from '../shared/http/routes/equipment.ts';
import { expertRoutes } from '../shared/http/routes/experts.ts';
import { figureRoutes } from '../shared/http/routes/figures.ts';
import { importRoutes } from '../shared/http/routes/imports.ts';
import { incidentRoutes } from '../shared/http/routes/incidents.ts';
import { ledgerRoutes } from '../shared/http/routes/ledger.ts';
import { lookupRoutes } from '../shared/http/routes/lookup.ts';
import { notificationSettingsRoutes } from '../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../shared/http/routes/notifications.ts';
import { offerRoutes } from '../shared/http/routes/offers.ts';
import { overlapRoutes } from '../shared/http/routes/overlaps.ts';
import { packageRoutes } from '../shared/http/routes/packages.ts';
import { partnerIncidentRoutes } from '../shared/http/routes/partner-incidents.ts';
import { partnerListingRoutes } from '../shared/http/routes/partner-listings.ts';
import { planRoutes } from '../shared/http/routes/plans.ts';
import { questionRoutes } from '../shared/http/routes/questions.ts';
import { receivedRequestRoutes } from '../shared/http/routes/received-requests.ts';
import { registryUpkeepRoutes } from '../shared/http/routes/registry-upkeep.ts';
import { requestRoutes } from '../shared/http/routes/requests.ts';
import { rosterRoutes } from '../shared/http/routes/rosters.ts';
import { setAsideRoutes } from '../shared/http/routes/set-aside.ts';
import { situationReportRoutes } from '../shared/http/routes/situation-reports.ts';
import { sourcingRoutes } from '../shared/http/routes/sourcing.ts';
import { spreadsheetRoutes } from '../shared/http/routes/spreadsheets.ts';
import { stockRoutes } from '../shared/http/routes/stock.ts';
import { stockPromiseRoutes } from '../shared/http/routes/stock-promises.ts';
import { systemRoutes } from '../shared/http/routes/system.ts';
import { taskPhoneRoutes } from '../shared/http/routes/task-phones.ts';
import { taskRoutes } from '../shared/http/routes/tasks.ts';
import { teamRoutes } from '../shared/http/routes/teams.ts';
import { vehicleRoutes } from '../shared/http/routes/vehicles.ts';
import { warningRuleRoutes } from '../shared/http/routes/warning-rules.ts';
import { warningRoutes } from '../shared/http/routes/warnings.ts';
import { workOrderRoutes } from '../shared/http/routes/work-orders.ts';
import type { FunctionDefinition, Right } from './catalog-types.ts';
import { DECIDES } from './rights.ts';
import { coveringFilter } from './row-filters.ts';
import { DOCS_FILES, DOCS_FOLDER, OPENAPI_FILE } from './system/docs-files.ts';
import { TOLD_OF_ROWS } from './told-of-rows.ts';

const httpFunction = (
  name: string,
  purpose: Text,
  routes: Readonly<Record<string, RouteContract>>,
  rights: readonly Right[] = DECIDES,
): FunctionDefinition => ({
  name,
  purpose,
  routes: Object.values(routes),
  triggers: [],
  rights,
  memoryMegabytes: 512,
  timeoutSeconds: 10,
});

/**
 * Every function of a cell. The stack and the embedded runtime are both made from this table, so that they cannot drift;
 * the routes' contracts give the API, its description and the role matrix.
 */
export const CATALOG: readonly FunctionDefinition[] = [
  httpFunction('teams', { zh: '救援队伍登记', en: 'Registry of rescue teams' }, teamRoutes),
  httpFunction(
    'stock',
    { zh: '仓库与库存', en: 'Depots and the goods in them' },
    { ...depotRoutes, ...stockRoutes, ...stockPromiseRoutes },
  ),
  httpFunction('agreements', { zh: '互助协议', en: 'Mutual-aid agreements' }, agreementRoutes),
  httpFunction(
    'partner-listings',
    { zh: '与伙伴城市共享的名录', en: 'Listings shared with partners and by them' },
    partnerListingRoutes,
  ),
  httpFunction(
    'incidents',
    { zh: '突发事件', en: 'Incidents' },
    { ...incidentRoutes, ...partnerIncidentRoutes, ...overlapRoutes },
  ),
  httpFunction('work-orders', { zh: '12345热线工单', en: 'Work orders of the 12345 hotline' }, workOrderRoutes),
  httpFunction(
    'situation-reports',
    { zh: '信息报送与汇总', en: 'Reports on incidents, and their roll-up' },
    situationReportRoutes,
  ),
  httpFunction('requests', { zh: '本市发出的请求', en: 'Requests this city places' }, requestRoutes),
  httpFunction('sourcing', { zh: '筹措方案', en: 'Sourcing plans of requests' }, sourcingRoutes),
  httpFunction('received-requests', { zh: '本市收到的请求', en: 'Requests this city receives' }, receivedRequestRoutes),
  httpFunction('deployments', { zh: '跨区域派遣', en: 'Deployments across cities' }, deploymentRoutes),
  {
    ...httpFunction('assets', { zh: '装备与车辆登记', en: 'Registries of equipment and vehicles' }, {}),
    routes: [...Object.values(equipmentRoutes), ...Object.values(vehicleRoutes)],
  },
  httpFunction('packages', { zh: '任务包', en: 'Mission-ready packages' }, packageRoutes),
  httpFunction('offers', { zh: '主动支援', en: 'Unsolicited offers' }, offerRoutes),
  httpFunction('questions', { zh: '询价与问询', en: 'Quotes and questions' }, questionRoutes),
  httpFunction('agencies', { zh: '联动单位登记', en: 'Registry of partner agencies' }, agencyRoutes),
  httpFunction('experts', { zh: '专家库', en: 'The pool of experts' }, expertRoutes),
  httpFunction(
    'registry-upkeep',
    { zh: '登记维护', en: 'What of the registry must be seen to' },
    registryUpkeepRoutes,
    ['table:read'],
  ),
  httpFunction('plans', { zh: '预案备案', en: 'Emergency plans on file' }, planRoutes),
  httpFunction('rosters', { zh: '带班查询', en: 'Who is on duty, and whom to ring next' }, rosterRoutes),
  httpFunction('call-outs', { zh: '专家咨询', en: 'Call-outs of experts' }, callOutRoutes),
  httpFunction('tasks', { zh: '联动单位任务（值班室）', en: 'Tasks of agencies, for the duty room' }, taskRoutes),
  httpFunction(
    'agency-tasks',
    { zh: '联动单位任务（单位）', en: 'Tasks of agencies, for their people' },
    agencyTaskRoutes,
  ),
  httpFunction(
    'task-phones',
    { zh: '联动单位任务（值班手机）', en: 'Tasks of agencies, for duty phones' },
    taskPhoneRoutes,
  ),
  {
    ...httpFunction('spreadsheets', { zh: '表格模板与导出', en: 'Templates and exports' }, spreadsheetRoutes),
    memoryMegabytes: 1769,
    timeoutSeconds: 29,
  },
  httpFunction('imports', { zh: '表格导入', en: 'Spreadsheets on their way into the registry' }, importRoutes, [
    ...DECIDES,
    'files:read',
    'files:write',
  ]),
  httpFunction('warnings', { zh: '预警收发', en: 'Warnings in and out' }, { ...warningRoutes, ...warningRuleRoutes }),
  httpFunction('drills', { zh: '演练', en: 'Drills, and their evaluation' }, drillRoutes),
  {
    ...httpFunction('figures', { zh: '统计', en: 'Figures' }, figureRoutes, ['table:read', 'table:write']),
    memoryMegabytes: 1769,
  },
  httpFunction('lookup', { zh: '统一检索', en: 'The one lookup' }, lookupRoutes, ['table:read']),
  httpFunction('ledger', { zh: '台账与核验', en: 'Ledgers and their verification' }, ledgerRoutes, [
    'table:read',
    'key:sign',
  ]),
  httpFunction('duty-room', { zh: '值班室', en: 'The duty room' }, { ...dutyRoomRoutes, ...boardRoutes }),
  {
    ...httpFunction(
      'set-aside',
      { zh: '隔离与死信', en: 'What was set aside, and having it tried again' },
      setAsideRoutes,
      ['table:read', 'table:write', 'bus:publish', 'dead-letters:take', 'dead-letters:put-back'],
    ),
    timeoutSeconds: 29,
  },
  httpFunction(
    'notifications',
    { zh: '提醒与变动', en: 'What people are told, and what changed' },
    { ...notificationRoutes, ...notificationSettingsRoutes, ...changeFeedRoutes },
    [...DECIDES, 'secrets:write'],
  ),
  {
    ...httpFunction('system', { zh: '系统状态与接口说明', en: 'Health and API description' }, systemRoutes, []),
    answersUnmatched: true,
    assets: [
      { from: 'docs/openapi.json', to: OPENAPI_FILE },
      ...Object.keys(DOCS_FILES).map((file) => ({
        from: `node_modules/swagger-ui-dist/${file}`,
        to: `${DOCS_FOLDER}/${file}`,
      })),
    ],
  },
  {
    name: 'exchange-outbox',
    purpose: { zh: '发出消息', en: 'Puts messages on the bus' },
    routes: [],
    triggers: [
      {
        kind: 'table-stream',
        filter: {
          eventName: ['INSERT'],
          dynamodb: { NewImage: { entity: { S: [ENTITY.outgoingMessage, ENTITY.receipt] } } },
        },
      },
    ],
    rights: ['bus:publish'],
    memoryMegabytes: 512,
    timeoutSeconds: 30,
  },
  {
    name: 'stream-router',
    purpose: { zh: '新记录分发', en: 'Tells the queues of other functions of new rows' },
    routes: [],
    triggers: [{ kind: 'table-stream', filter: coveringFilter(TOLD_OF_ROWS) }],
    rights: ['row-queues:send'],
    memoryMegabytes: 512,
    timeoutSeconds: 30,
  },
  ...TOLD_OF_ROWS,
  {
    name: 'exchange-inbox',
    purpose: { zh: '接收消息', en: 'Receives messages of partner cities' },
    routes: [],
    triggers: [{ kind: 'inbox-queue' }],
    rights: [...DECIDES, 'bus:publish'],
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  },
  {
    name: 'exchange-courier',
    purpose: { zh: '跨分区投递', en: 'Carries messages where bus to bus cannot reach' },
    routes: [],
    triggers: [{ kind: 'courier-links' }],
    rights: ['peer:publish'],
    memoryMegabytes: 512,
    timeoutSeconds: 30,
  },
  {
    name: 'clock',
    purpose: { zh: '时限巡查', en: 'Looks at every promise whose time has come' },
    routes: [],
    triggers: [{ kind: 'schedule', everyMinutes: 1 }],
    rights: [...DECIDES, 'table:due', 'bus:publish'],
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  },
];
