import type { Conversations } from '../conversation.ts';
import { agencyConversation } from './agency.ts';
import { agreementConversation } from './agreement.ts';
import { callOutConversation } from './call-out.ts';
import { deploymentConversation } from './deployment.ts';
import { expertConversation } from './expert.ts';
import { importJobConversation } from './import-job.ts';
import { incidentConversation } from './incident.ts';
import { offerConversation } from './offer.ts';
import { questionConversation } from './question.ts';
import { receivedRequestConversation } from './received-request.ts';
import { requestConversation } from './request.ts';
import { taskConversation } from './task.ts';
import { teamConversation } from './team.ts';

/** Every kind of aggregate a cell keeps, with what it says to other cities and hears from them. */
export const CONVERSATIONS: Conversations = {
  team: teamConversation,
  agreement: agreementConversation,
  incident: incidentConversation,
  request: requestConversation,
  'received-request': receivedRequestConversation,
  deployment: deploymentConversation,
  offer: offerConversation,
  question: questionConversation,
  expert: expertConversation,
  'call-out': callOutConversation,
  agency: agencyConversation,
  task: taskConversation,
  'import-job': importJobConversation,
};
