import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import type { WarningRuleView } from '../../../shared/http/views/warning-rule.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useAgreementChoices } from '../parts/agreement-choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { type RuleDetails, RuleFields } from './rule-fields.tsx';
import { WARNINGS } from './warnings-words.ts';
import './warnings.css';

interface ReadRule {
  readonly rule: WarningRuleView;
  readonly etag: string | undefined;
}

const detailsOf = (rule: WarningRuleView): RuleDetails => {
  const { ruleId: _, status: _s, setBy: _b, setAt: _a, retirement: _r, ...details } = rule;
  return details;
};

const RuleActs = ({ rule, etag }: ReadRule): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const may = useMay();
  const change = useCommand(warningRuleRoutes.changeWarningRule);
  const retire = useCommand(warningRuleRoutes.retireWarningRule);
  const params = { ruleId: rule.ruleId };
  if (rule.status !== 'active') return null;
  return (
    <>
      {may(warningRuleRoutes.changeWarningRule) && (
        <CommandDialog
          act={say('rules.change')}
          command={change}
          initialValues={detailsOf(rule)}
          inputOf={(entry: RuleDetails) => ({
            params,
            ifMatch: etag ?? '',
            body: { ...entry, ...(rule.mayAsk.length > 0 ? { mayAsk: rule.mayAsk } : {}) },
          })}
        >
          <RuleFields />
        </CommandDialog>
      )}
      {may(warningRuleRoutes.retireWarningRule) && (
        <CommandDialog
          act={say('rules.retire')}
          command={retire}
          danger
          inputOf={(body: { readonly reason: string }) => ({
            params,
            body,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })}
        >
          <WordsField name={['reason']} label={say('reason')} />
        </CommandDialog>
      )}
    </>
  );
};

const Links = ({ kind, ids, names }: { kind: string; ids: readonly string[]; names: ReadonlyMap<string, string> }) => {
  const { say } = useSpeech(WARNINGS);
  if (ids.length === 0) return say('none');
  return (
    <ul className="entries">
      {ids.map((id) => (
        <li key={id}>
          <SubjectLink kind={kind} id={id}>
            {names.get(id) ?? id}
          </SubjectLink>
        </li>
      ))}
    </ul>
  );
};

const Does = ({
  rule: { agreements, teams, partners, plans, mayAsk },
}: {
  readonly rule: WarningRuleView;
}): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const titles = new Map(useAgreementChoices());
  const teamNames = new Map(
    useRead(teamRoutes.listTeams, { query: { limit: 100 } }).data?.body.items.map(({ teamId, name }) => [teamId, name]),
  );
  const planNames = new Map(
    useRead(planRoutes.listPlans, { query: { limit: 200 } }).data?.body.items.map(({ planId, title }) => [
      planId,
      title,
    ]),
  );
  return (
    <Panel title={say('rules.does')}>
      <Facts
        facts={[
          [say('rules.agreements'), <Links key="agreements" kind="agreement" ids={agreements} names={titles} />],
          [say('rules.teams'), <Links key="teams" kind="team" ids={teams} names={teamNames} />],
          [say('rules.partners'), <Links key="partners" kind="agreement" ids={partners} names={titles} />],
          [say('rules.plans'), <Links key="plans" kind="plan" ids={plans} names={planNames} />],
          [
            say('awareness.may-ask'),
            mayAsk
              .map(({ kind, level, quantity }) =>
                say('awareness.team', { kind: read(RESOURCE_KINDS[kind]), level, quantity }),
              )
              .join('；') || say('none'),
          ],
        ]}
      />
    </Panel>
  );
};

/** One rule: when it applies, and what it has warnings do. */
export const RuleScreen = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const { ruleId = '' } = useParams();
  const ruleRead = useRead(warningRuleRoutes.readWarningRule, { params: { ruleId } });
  const shown = ruleRead.data?.body;
  return (
    <Screen
      title={shown?.name ?? say('rules.title')}
      exercise={shown?.realm === 'exercise'}
      actions={
        <>
          <Link to="/warning-rules">{say('to.rules')}</Link>
          {shown && <RuleActs rule={shown} etag={ruleRead.data?.etag} />}
        </>
      }
    >
      <Shown read={ruleRead}>
        {(rule) => (
          <>
            <Panel title={say('rules.when')}>
              <Facts
                facts={[
                  [say('rules.status'), <Status key="status" status={rule.status} />],
                  [say('field.colour'), say('rules.or-graver', { colour: read(WARNING_COLOURS[rule.colour]) })],
                  [
                    say('column.hazards'),
                    rule.hazards.map((hazard) => read(HAZARDS[hazard])).join('、') || say('rules.any-hazard'),
                  ],
                  [say('rules.area'), say(`rules.area.${rule.area}`)],
                  [
                    say('rules.set-by'),
                    <span key="by">
                      {rule.setBy.name} <Moment at={rule.setAt} />
                    </span>,
                  ],
                  [say('reason'), rule.retirement?.reason],
                ]}
              />
            </Panel>
            <Does rule={rule} />
          </>
        )}
      </Shown>
    </Screen>
  );
};
