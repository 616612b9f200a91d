import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import type { WarningRuleDetailsSchema } from '../../../shared/domain/warning-rule/warning-rule-state.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useAgreementChoices } from '../parts/agreement-choice.tsx';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { PARTS } from '../parts/part-words.ts';
import { WARNINGS } from './warnings-words.ts';

/** A rule as it is sent. */
export type RuleDetails = z.input<typeof WarningRuleDetailsSchema>;

/** What the form of a new rule begins with. */
export const NO_RULE: Partial<RuleDetails> = {
  hazards: [],
  agreements: [],
  teams: [],
  partners: [],
  mayAsk: [],
  plans: [],
};

const optionsOf = (choices: readonly (readonly [string, string])[]) =>
  choices.map(([value, label]) => ({ value, label }));

/** Asks when a rule applies, and what it has warnings do. */
export const RuleFields = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const agreements = optionsOf(useAgreementChoices());
  const teams = useRead(teamRoutes.listTeams, { query: { limit: 100 } }).data?.body.items ?? [];
  const plans = useRead(planRoutes.listPlans, { query: { limit: 200 } }).data?.body.items ?? [];
  return (
    <>
      <Form.Item name={['name']} label={say('rules.name')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name={['realm']} label={say('realm.label')} rules={required}>
        <Choice options={(['actual', 'exercise'] as const).map((realm) => [realm, say(`realm.${realm}`)] as const)} />
      </Form.Item>
      <Form.Item name={['colour']} label={say('field.colour')} rules={required}>
        <Choice options={choicesOf(WARNING_COLOURS, read)} />
      </Form.Item>
      <Form.Item name={['area']} label={say('rules.area')} rules={required}>
        <Choice options={(['here', 'anywhere'] as const).map((area) => [area, say(`rules.area.${area}`)] as const)} />
      </Form.Item>
      <Form.Item name={['hazards']} label={say('rules.hazards')}>
        <Checkbox.Group options={optionsOf(choicesOf(HAZARDS, read))} />
      </Form.Item>
      <Form.Item name={['agreements']} label={say('rules.agreements')}>
        <Checkbox.Group options={agreements} />
      </Form.Item>
      <Form.Item name={['partners']} label={say('rules.partners')}>
        <Checkbox.Group options={agreements} />
      </Form.Item>
      <Form.Item name={['teams']} label={say('rules.teams')} className="long-choice">
        <Checkbox.Group options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))} />
      </Form.Item>
      <Form.Item name={['plans']} label={say('rules.plans')} className="long-choice">
        <Checkbox.Group
          options={plans
            .filter(({ hasTemplate }) => hasTemplate)
            .map(({ planId, title }) => ({ value: planId, label: title }))}
        />
      </Form.Item>
    </>
  );
};
