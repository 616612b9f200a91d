import type { IncidentSummary } from '../../shared/domain/incident/incident-summary.ts';
import type { Decision } from '../../shared/domain/kernel/decision.ts';
import { signedReport } from '../../shared/domain/situation-report/decide-approval.ts';
import type { DivisionFigures, ReportContent } from '../../shared/domain/situation-report/report-content.ts';
import { reportIdOf } from '../../shared/domain/situation-report/report-id.ts';
import type { ReportSignature, SignedReport } from '../../shared/domain/situation-report/report-version.ts';
import { situationReport } from '../../shared/domain/situation-report/situation-report.ts';
import type {
  ReportStep,
  SituationReportCommand,
} from '../../shared/domain/situation-report/situation-report-commands.ts';
import type { SituationReportEvent } from '../../shared/domain/situation-report/situation-report-events.ts';
import {
  isOwn,
  type OwnReport,
  type SituationReportState,
} from '../../shared/domain/situation-report/situation-report-state.ts';
import type { Role } from '../../shared/http/roles.ts';
import { aPerson, circumstances, NOW, XINING } from './circumstances.ts';
import { INCIDENT_ID, someIncidentDetails } from './incident.ts';

export const REPORT_ID = reportIdOf(INCIDENT_ID, 'its-city');

/** Two divisions of Xining. */
export const CHENGDONG = '630102';
export const DATONG = '630121';

export const someDivisions = (dead = 1): DivisionFigures[] => [
  { division: CHENGDONG, name: '城东区', figures: { dead, missing: 2, evacuated: 300, housesCollapsed: 4 } },
  { division: DATONG, figures: { dead: 0, injured: 5, directLossYuan: 1_200_000 } },
];

export const reportContent = (overrides: Partial<ReportContent> = {}): ReportContent => ({
  kind: 'first',
  asOf: NOW,
  source: '城东区应急管理局',
  cause: '短时强降雨',
  course: '南川河水位超警戒，两处街道进水。',
  response: '已组织转移群众。',
  divisions: someDivisions(),
  needs: [{ kind: 'water-rescue', quantity: 2, unit: '支' }],
  forces: [{ city: XINING, kind: 'water-rescue', teams: 3, people: 45 }],
  relief: [{ what: '棉被', quantity: 200, unit: '床' }],
  stable: false,
  ...overrides,
});

export const incidentSummary = (overrides: Partial<IncidentSummary> = {}): IncidentSummary => {
  const { hazard, title, occurredAt, position } = someIncidentDetails();
  return { incidentId: INCIDENT_ID, hazard, title, occurredAt, position, responseLevel: 'II', ...overrides };
};

export const digestOf = (signed: SignedReport): string => `digest-of-${JSON.stringify(signed).length}`;

/** @returns the signature of whoever signs, over the draft as it stands. */
export const signatureOf = (report: SituationReportState, role: Role, at = NOW): ReportSignature | undefined => {
  if (!isOwn(report) || !report.draft) return undefined;
  const person = aPerson(role, XINING);
  const by = { id: `${role}@${XINING}`, name: person.kind === 'person' ? person.name : '' };
  const digest = digestOf(signedReport(report, report.draft, { by, at }));
  return { by, at, digest, algorithm: 'TEST', keyId: 'key', jws: 'aa..bb' };
};

/** Xining's reports on its incident, on which people and the clock act one after the other. */
export const reportingCity = (incident: Partial<IncidentSummary> = {}, exercise = false) => {
  let state: SituationReportState | undefined;
  let now = NOW;
  const decide = (command: SituationReportCommand, role: Role = 'duty-officer'): Decision<SituationReportEvent> =>
    situationReport.decide(state, command, circumstances({ now, role }));
  const act = (command: SituationReportCommand, role: Role = 'duty-officer'): readonly SituationReportEvent[] => {
    const decision = decide(command, role);
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    for (const event of decision.events)
      state = situationReport.stateSchema.parse(
        situationReport.evolve(state, situationReport.eventSchema.parse(JSON.parse(JSON.stringify(event)))),
      );
    return decision.events;
  };
  const report = (): OwnReport => {
    if (!state || !isOwn(state)) throw new Error('there are no own reports');
    return state;
  };
  const stepOf = (taken: ReportStep, role: Role): SituationReportCommand => {
    const signature = state && signatureOf(state, role, now);
    return { type: 'take-step', taken, digestOf, ...(signature && { signature }) };
  };
  const step = (taken: ReportStep, role: Role) => act(stepOf(taken, role), role);
  const refusal = (command: SituationReportCommand, role: Role = 'duty-officer'): string | undefined => {
    const decision = decide(command, role);
    return decision.accepted ? undefined : decision.refusal.reason.code;
  };
  const follow = (endedAt?: string, dismissed = false) =>
    act({
      type: 'follow-incident',
      id: REPORT_ID,
      incident: incidentSummary(incident),
      exercise,
      openedAt: NOW,
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(dismissed ? { dismissed: true as const } : {}),
    });
  follow();
  const write = (overrides: Partial<ReportContent> = {}) =>
    act({ type: 'write', content: reportContent({ asOf: now, ...overrides }) });
  return {
    act,
    step,
    stepOf,
    refusal,
    follow,
    write,
    report,
    /** Through the whole chain. */
    approve: (overrides: Partial<ReportContent> = {}) => {
      write(overrides);
      step({ step: 'submit' }, 'duty-officer');
      step({ step: 'approve' }, 'coordinator');
      return step({ step: 'approve', words: '同意' }, 'representative');
    },
    setTime: (at: string) => {
      now = at;
    },
  };
};

/** Reports of which the first is approved. */
export const aReport = (): OwnReport => {
  const city = reportingCity();
  city.approve();
  return city.report();
};
