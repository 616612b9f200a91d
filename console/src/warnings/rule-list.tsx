import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import type { WarningRuleCard } from '../../../shared/domain/warning-rule/warning-rule.ts';
import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ExerciseMark, Status } from '../parts/marks.tsx';
import { Screen } from '../parts/screen.tsx';
import { NO_RULE, type RuleDetails, RuleFields } from './rule-fields.tsx';
import { WARNINGS } from './warnings-words.ts';

const SetRule = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const goTo = useNavigate();
  const set = useCommand(warningRuleRoutes.setWarningRule);
  return (
    <CommandDialog
      act={say('rules.set')}
      command={{
        ...set,
        run: async (input) => {
          const outcome = await set.run(input);
          if (outcome.answered) void goTo(`/warning-rules/${outcome.answered.body.ruleId}`);
          return outcome;
        },
      }}
      primary
      initialValues={NO_RULE}
      inputOf={(body: RuleDetails) => ({ body })}
    >
      <RuleFields />
    </CommandDialog>
  );
};

/** What warnings do in this city by themselves, by which rules. */
export const RuleList = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const may = useMay();
  const rules = usePages(warningRuleRoutes.listWarningRules, {});
  const columns: readonly Column<WarningRuleCard>[] = [
    {
      title: say('rules.name'),
      cell: ({ ruleId, name, realm }) => (
        <>
          <ExerciseMark exercise={realm === 'exercise'} /> <Link to={`/warning-rules/${ruleId}`}>{name}</Link>
        </>
      ),
    },
    {
      title: say('rules.when'),
      cell: ({ colour, hazards, area }) =>
        [
          say('rules.or-graver', { colour: read(WARNING_COLOURS[colour]) }),
          hazards.map((hazard) => read(HAZARDS[hazard])).join('、') || say('rules.any-hazard'),
          say(`rules.area.${area}`),
        ].join(' · '),
    },
    {
      title: say('rules.does'),
      cell: ({ agreements, teams, partners, plans }) =>
        say('rules.count', {
          agreements: agreements.length,
          teams: teams.length,
          partners: partners.length,
          plans: plans.length,
        }),
    },
    { title: say('rules.status'), width: '7rem', cell: ({ status }) => <Status status={status} /> },
  ];
  return (
    <Screen
      title={say('rules.title')}
      actions={
        <>
          <Link to="/warnings">{say('to.list')}</Link>
          {may(warningRuleRoutes.setWarningRule) && <SetRule />}
        </>
      }
    >
      <EntryTable label={say('rules.label')} pages={rules} columns={columns} rowKey={({ ruleId }) => ruleId} />
    </Screen>
  );
};
