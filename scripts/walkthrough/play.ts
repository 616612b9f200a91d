import { askAnExpert } from './acts/advice.ts';
import { signInPeace } from './acts/agreement.ts';
import { answerAndCompare } from './acts/answer.ts';
import { talkBeforehand } from './acts/asides.ts';
import { closeBothEnds } from './acts/closing.ts';
import { goHome, goOut, stayLonger, wantItBack } from './acts/deployment.ts';
import { floodBegins } from './acts/incident.ts';
import { type Subject, verifyFiles, verifyLedgers } from './acts/ledger.ts';
import { lookAround, seeWhoIsOnDuty } from './acts/lookup.ts';
import { helpYourself } from './acts/own-help.ts';
import { keepTeams } from './acts/registry.ts';
import { askForHelp } from './acts/request.ts';
import { requisitionAndCommit } from './acts/requisition.ts';
import { bringListIn } from './acts/spreadsheet.ts';
import { giveAgencyTask } from './acts/task.ts';
import { checkTold } from './check-told.ts';
import type { Stage } from './stage.ts';

/** What came of it all. */
export interface Outcome {
  readonly lines: number;
  readonly messages: number;
  /** Different types of message, the sixteen of EDXL-RM among them. */
  readonly types: number;
  /** The story as either city exported it. */
  readonly files: readonly string[];
}

/**
 * Plays the whole story: Xining asks, Lanzhou's team comes and goes home, both ledgers prove it. Each run brings its own teams,
 * agreement and incident, so that it can be played again on the same data.
 * @throws whatever was not as it should be.
 */
export const play = async (stage: Stage): Promise<Outcome> => {
  await bringListIn(stage);
  const teams = await keepTeams(stage);
  const agreementId = await signInPeace(stage);
  const incidentId = await floodBegins(stage);
  await askAnExpert(stage, incidentId);
  await lookAround(stage);
  await seeWhoIsOnDuty(stage);
  await helpYourself(stage, incidentId);
  await giveAgencyTask(stage, incidentId);
  const asides = await talkBeforehand(stage, agreementId, teams.water.teamId);
  const request = await askForHelp(stage, incidentId, agreementId);
  await answerAndCompare(stage, request, teams);
  const deploymentId = await requisitionAndCommit(stage, request, teams);
  await goOut(stage, deploymentId);
  await stayLonger(stage, deploymentId);
  await wantItBack(stage, deploymentId);
  await goHome(stage, deploymentId, teams.water.teamId);
  await closeBothEnds(stage, request.requestId, deploymentId);
  const subjects: readonly Subject[] = [
    { kind: 'agreement', id: agreementId },
    { kind: 'offer', id: asides.offerId },
    ...asides.questionIds.map((id): Subject => ({ kind: 'question', id })),
    { kind: 'request', id: request.requestId },
  ];
  const messages = await verifyLedgers(stage, subjects);
  const files = await verifyFiles(stage, request.requestId);
  checkTold(stage.told, messages);
  const types = new Set(messages.map(({ envelope }) => envelope.type)).size;
  return { lines: stage.told.length, messages: messages.length, types, files };
};
