import type { DutyContact } from '../../../../shared/domain/team/team-state.ts';
import { HAZARDS } from '../../../../shared/domain/vocabulary/hazards.ts';
import { TEAM_KINDS } from '../../../../shared/domain/vocabulary/resource-kinds.ts';
import { teamRoutes } from '../../../../shared/http/routes/teams.ts';
import { Moment } from '../../parts/moment.tsx';
import { SubjectLink } from '../../parts/subject-link.tsx';
import { confirming, isKept, retiring, settingPeriods } from '../common-acts.ts';
import { availableFilter, conditionColumn, confirmedColumn } from '../common-columns.tsx';
import {
  certificationFields,
  contactFields,
  hazards,
  KEEP_AS_IT_IS,
  LEVEL_CHOICES,
  level,
  levelName,
  Minutes,
  minutes,
  named,
  nameFields,
  people,
  positionFields,
  things,
} from '../common-fields.tsx';
import { choice, choicesOf } from '../controls/choice-controls.tsx';
import { line } from '../controls/simple-controls.tsx';
import { EntryName } from '../entry-name.tsx';
import { field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { screensOf } from '../screens-of.ts';
import { Say, SayAll } from '../words-shown.tsx';

const kinds = choicesOf(TEAM_KINDS);

const LevelName = ({ level: of }: { readonly level: number }) => <Say text={levelName(of)} />;

/** Rescue teams: certified, based somewhere, led by somebody. */
export const TEAM = registryKind({
  ...REGISTRY_AREAS.team,
  idOf: ({ teamId }) => teamId,
  nameOf: named,
  filters: [
    { name: 'kind', label: { zh: '类别', en: 'Kind' }, choices: kinds },
    { name: 'hazard', label: { zh: '灾种', en: 'Hazard' }, choices: choicesOf(HAZARDS) },
    {
      name: 'level',
      label: { zh: '最低等级', en: 'At least level' },
      choices: LEVEL_CHOICES.map(([value, name]) => [String(value), name] as const),
    },
    availableFilter,
  ],
  columns: [
    {
      title: { zh: '队伍', en: 'Team' },
      cell: (row) => <EntryName kind="team" id={row.teamId} name={named(row)} more={row.base.place} />,
    },
    conditionColumn,
    { title: { zh: '类别', en: 'Kind' }, width: '11rem', cell: ({ kind }) => <Say text={TEAM_KINDS[kind]} /> },
    { title: { zh: '等级', en: 'Level' }, width: '5rem', cell: (row) => <LevelName level={row.level} /> },
    {
      title: { zh: '灾种', en: 'Hazards' },
      width: '16rem',
      cell: (row) => <SayAll texts={row.hazards.map((hazard) => HAZARDS[hazard])} />,
    },
    { title: { zh: '人数', en: 'People' }, width: '5rem', cell: ({ headcount }) => headcount },
    {
      title: { zh: '出动准备', en: 'Ready in' },
      width: '6rem',
      cell: ({ readinessMinutes }) => <Minutes of={readinessMinutes} />,
    },
    confirmedColumn,
  ],
  sections: [
    section(
      '队伍',
      'Team',
      ...nameFields,
      needed('kind', '类别', 'Kind', choice(kinds)),
      needed('level', '能力等级', 'Level', level),
      needed('headcount', '人数', 'People', people),
      needed('readinessMinutes', '出动准备', 'Ready to move within', minutes),
      needed('hazards', '适用灾种', 'Hazards', hazards, { wide: true }),
      field('equipment', '主要装备', 'Equipment', things({ zh: '装备', en: 'Piece of equipment' })),
    ),
    section('驻地', 'Base', ...positionFields('base', { zh: '驻地', en: 'Base' })),
    section('资质', 'Certification', ...certificationFields('certification', { zh: '发证', en: 'Certified' })),
    section(
      '队长',
      'Leader',
      needed('leader.name', '队长姓名', "Leader's name", line),
      needed('leader.personId', '队长登录账号', "Leader's sign-in", line, {
        hint: { zh: '队长以此账号报告行动', en: 'The leader reports for the team by it' },
      }),
    ),
  ],
  registering: [section('值班联系人', 'Duty contact', ...contactFields('dutyContact', true))],
  changing: [
    section(
      '值班联系人',
      'Duty contact',
      ...contactFields('dutyContact', false).map((each) => ({ ...each, hint: KEEP_AS_IT_IS })),
    ),
  ],
  blank: { equipment: [], base: { crs: 'CGCS2000' } },
  isKept,
  acts: [
    confirming(teamRoutes.confirmTeam),
    settingPeriods(teamRoutes.setTeamAvailability),
    retiring(teamRoutes.retireTeam),
  ],
  periodsOf: ({ periods }) => periods,
  contact: {
    contract: teamRoutes.readTeamContact,
    masked: ({ dutyContact }) => [dutyContact],
    contactsIn: (answered) => [answered as DutyContact],
    asksForDuty: true,
  },
  standing: ({ commitment, drillCommitment, standbys = [], retirement }) => [
    [
      { zh: '执行任务', en: 'On a mission' },
      commitment && (
        <SubjectLink kind="deployment" id={commitment.deploymentId}>
          <Moment at={commitment.since} /> – <Moment at={commitment.until} />
        </SubjectLink>
      ),
    ],
    [
      { zh: '参加演练', en: 'In a drill' },
      drillCommitment && (
        <SubjectLink kind="deployment" id={drillCommitment.deploymentId}>
          <Moment at={drillCommitment.since} /> – <Moment at={drillCommitment.until} />
        </SubjectLink>
      ),
    ],
    ...standbys.map(
      ({ warningId, until, reason }) =>
        [
          { zh: '待命', en: 'Standing by' },
          <SubjectLink key={warningId} kind="warning" id={warningId}>
            {reason} · <Moment at={until} />
          </SubjectLink>,
        ] as const,
    ),
    [{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason],
  ],
});

export const TEAM_SCREENS = screensOf(TEAM);
