import type { Conversations } from '../conversation.ts';
import { agencyConversation } from './agency.ts';
import { agreementConversation } from './agreement.ts';
import { awarenessConversation } from './awareness.ts';
import { callOutConversation } from './call-out.ts';
import { deploymentConversation } from './deployment.ts';
import { depotConversation } from './depot.ts';
import { drillConversation } from './drill.ts';
import { equipmentConversation } from './equipment.ts';
import { expertConversation } from './expert.ts';
import { importJobConversation } from './import-job.ts';
import { incidentConversation } from './incident.ts';
import { listingShareConversation } from './listing-share.ts';
import { notificationSettingsConversation } from './notification-settings.ts';
import { offerConversation } from './offer.ts';
import { overAskConversation } from './over-ask.ts';
import { packageConversation } from './package.ts';
import { partnerIncidentConversation } from './partner-incident.ts';
import { planConversation } from './plan.ts';
import { questionConversation } from './question.ts';
import { receivedRequestConversation } from './received-request.ts';
import { requestConversation } from './request.ts';
import { rosterConversation } from './roster.ts';
import { situationReportConversation } from './situation-report.ts';
import { stockConversation } from './stock.ts';
import { taskConversation } from './task.ts';
import { teamConversation } from './team.ts';
import { vehicleConversation } from './vehicle.ts';
import { warningConversation } from './warning.ts';
import { warningRuleConversation } from './warning-rule.ts';
import { workOrderConversation } from './work-order.ts';

/** Every kind of aggregate a cell keeps, with what it says to other cities and hears from them. */
export const CONVERSATIONS: Conversations = {
  team: teamConversation,
  depot: depotConversation,
  stock: stockConversation,
  agreement: agreementConversation,
  incident: incidentConversation,
  'partner-incident': partnerIncidentConversation,
  'work-order': workOrderConversation,
  'over-ask': overAskConversation,
  request: requestConversation,
  'received-request': receivedRequestConversation,
  deployment: deploymentConversation,
  offer: offerConversation,
  question: questionConversation,
  expert: expertConversation,
  'call-out': callOutConversation,
  agency: agencyConversation,
  task: taskConversation,
  roster: rosterConversation,
  plan: planConversation,
  'listing-share': listingShareConversation,
  equipment: equipmentConversation,
  vehicle: vehicleConversation,
  package: packageConversation,
  'import-job': importJobConversation,
  warning: warningConversation,
  'warning-rule': warningRuleConversation,
  drill: drillConversation,
  'situation-report': situationReportConversation,
  awareness: awarenessConversation,
  'notification-settings': notificationSettingsConversation,
};
