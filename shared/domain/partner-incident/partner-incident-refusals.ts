import { reason } from '../kernel/refusal.ts';

/** Why what a partner says of its incidents is refused. */
export const PARTNER_INCIDENT_REFUSALS = {
  unknown: reason('partner-incident-unknown', 'missing', {
    zh: '伙伴城市未通报过这一事件。',
    en: 'No partner has told of such an incident.',
  }),
  ofAnother: reason('partner-incident-of-another', 'conflict', {
    zh: '该编号的事件由另一城市通报。',
    en: 'The incident of this id is another city’s.',
  }),
  otherId: reason('partner-incident-other-id', 'invalid', {
    zh: '消息所述事件与会话编号不符。',
    en: 'The message tells of another incident than its conversation is about.',
  }),
  drillAndReal: reason('partner-incident-drill-and-real', 'conflict', {
    zh: '同一事件不能时为演练、时为实战。',
    en: 'An incident cannot be a drill now and real another time.',
  }),
} as const;
