import type { ReactNode } from 'react';
import type * as z from 'zod';
import { type DrillStepSchema, drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { DRILLS } from './drills-words.ts';

type Step = z.infer<typeof DrillStepSchema>;

/** Where a drill can go from each status; from others nowhere. */
const STEPS: Readonly<Partial<Record<DrillView['status'], readonly Step['to'][]>>> = {
  planned: ['started', 'aborted'],
  running: ['paused', 'ended', 'aborted'],
  paused: ['resumed', 'ended', 'aborted'],
};

const NEEDS_REASON: readonly Step['to'][] = ['paused', 'aborted'];

interface DrillStepsProps {
  readonly drill: DrillView;
}

/** What whoever gives the drill can do next. */
export const DrillSteps = ({ drill }: DrillStepsProps): ReactNode => {
  const may = useMay();
  if (!may(drillRoutes.stepDrill)) return null;
  return (STEPS[drill.status] ?? []).map((to) => <DrillStep key={to} drillId={drill.drillId} to={to} />);
};

interface DrillStepProps {
  readonly drillId: string;
  readonly to: Step['to'];
}

/**
 * The version that was seen is not sent along: the clock moves it on while a drill runs, and a step that no longer fits the status is
 * refused in any case.
 */
const DrillStep = ({ drillId, to }: DrillStepProps): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const step = useCommand(drillRoutes.stepDrill);
  return (
    <CommandDialog<{ readonly reason?: string }, Parameters<typeof step.run>[0], DrillView>
      act={say(`step.${to}`)}
      command={step}
      primary={to === 'started' || to === 'resumed'}
      danger={to === 'aborted'}
      inputOf={({ reason }) => ({
        params: { drillId },
        body: { to, ...(reason === undefined ? {} : { reason }) } as Step,
      })}
    >
      {to === 'ended' && <p>{say('step.ended.explain')}</p>}
      {NEEDS_REASON.includes(to) && <WordsField name={['reason']} label={say('step.reason')} />}
    </CommandDialog>
  );
};
