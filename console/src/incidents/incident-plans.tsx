import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { PLAN_TYPES } from '../../../shared/domain/plan/plan-type.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Tag } from '../parts/marks.tsx';
import { Shown } from '../parts/shown.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import type { Linking } from './incident-links.tsx';
import { INCIDENTS } from './incidents-words.ts';

const DraftFromPlan = ({ incidentId, planId }: { incidentId: string; planId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const goTo = useNavigate();
  const draft = useCommand(requestRoutes.draftRequestFromPlan);
  return (
    <CommandDialog
      act={say('plans.draft')}
      command={{
        ...draft,
        run: async (input) => {
          const outcome = await draft.run(input);
          if (outcome.answered) void goTo(`/requests/${outcome.answered.body.requestId}`);
          return outcome;
        },
      }}
      inputOf={() => ({ params: { incidentId }, body: { planId } })}
    />
  );
};

/** The plans on file that match an incident, the best first, each with why, and those that are in use. */
export const IncidentPlans = ({ read, links, relink, command, mayLink }: Linking): ReactNode => {
  const { say, read: spoken } = useSpeech(INCIDENTS);
  const may = useMay();
  const { incidentId, status } = read.incident;
  const matching = useRead(planRoutes.listMatchingPlans, { params: { incidentId } }, true, ['plan', 'incident']);
  const mayDraft = may(requestRoutes.draftRequestFromPlan) && (status === 'verified' || status === 'responding');
  const toggled = (planId: string) =>
    links.planIds.includes(planId) ? links.planIds.filter((id) => id !== planId) : [...links.planIds, planId];
  return (
    <>
      <h3>{say('plans.title')}</h3>
      <Shown read={matching}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{say('plans.none')}</p>
          ) : (
            <ul className="entries">
              {items.map(({ planId, title, type, version, inForce, why, hasTemplate }) => (
                <li key={planId}>
                  <span className="entry-main">
                    <SubjectLink kind="plan" id={planId}>
                      {title}
                    </SubjectLink>{' '}
                    <span className="muted">
                      {spoken(PLAN_TYPES[type])} {version} · {why.map(spoken).join('；')}
                    </span>
                  </span>
                  {links.planIds.includes(planId) && <Tag tone="good">{say('plans.linked')}</Tag>}
                  {!inForce && <Tag tone="bad">{say('plans.expired')}</Tag>}
                  {mayLink && (
                    <SmallAct
                      act={say(links.planIds.includes(planId) ? 'plans.unlink' : 'plans.link')}
                      command={command}
                      input={relink({ ...links, planIds: toggled(planId) })}
                    />
                  )}
                  {hasTemplate && inForce && mayDraft && <DraftFromPlan incidentId={incidentId} planId={planId} />}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
};
