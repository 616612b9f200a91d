import * as z from 'zod';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { WarningRuleCardSchema } from '../../domain/warning-rule/warning-rule.ts';
import { WarningRuleDetailsSchema } from '../../domain/warning-rule/warning-rule-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { WarningRuleViewSchema } from '../views/warning-rule.ts';

/** What arms agreements binds the city. */
const ORDERS: readonly Role[] = ['representative'];

const params = z.strictObject({ ruleId: z.uuid() });
const tag = 'warnings';
const shown = { status: 200, body: WarningRuleViewSchema } as const;

/** Rules by which warnings do things of themselves. */
export const warningRuleRoutes = {
  listWarningRules: route({
    operationId: 'listWarningRules',
    method: 'GET',
    path: '/v1/warning-rules',
    tag,
    summary: { zh: '查看预警自动措施的规则', en: 'Rules of what warnings do by themselves' },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(WarningRuleCardSchema) },
  }),
  setWarningRule: route({
    operationId: 'setWarningRule',
    method: 'POST',
    path: '/v1/warning-rules',
    tag,
    summary: {
      zh: '设立规则：达到该颜色的预警自动启动所列协议、令所列队伍待命、告知协议伙伴、按预案起草请求待批，预警失效后撤销',
      en: 'Set a rule: warnings of the colour or a graver one arm these agreements, put these teams on standby, let these partners know and have requests drafted of these plans, until they are over',
    },
    access: ORDERS,
    body: WarningRuleDetailsSchema,
    success: { status: 201, body: WarningRuleViewSchema },
  }),
  readWarningRule: route({
    operationId: 'readWarningRule',
    method: 'GET',
    path: '/v1/warning-rules/{ruleId}',
    tag,
    summary: { zh: '查看规则', en: 'Read a rule' },
    access: READERS,
    params,
    success: shown,
  }),
  changeWarningRule: route({
    operationId: 'changeWarningRule',
    method: 'PUT',
    path: '/v1/warning-rules/{ruleId}',
    tag,
    summary: { zh: '更改规则：只对此后的预警有效', en: 'Change a rule, for warnings from now on' },
    access: ORDERS,
    params,
    body: WarningRuleDetailsSchema,
    ifMatch: 'required',
    success: shown,
  }),
  retireWarningRule: route({
    operationId: 'retireWarningRule',
    method: 'POST',
    path: '/v1/warning-rules/{ruleId}/retirement',
    tag,
    summary: { zh: '废止规则', en: 'Retire a rule' },
    access: ORDERS,
    params,
    body: z.strictObject({ reason: wordsSchema(500) }),
    ifMatch: 'optional',
    success: shown,
  }),
} as const;
