import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import { type RedrivenSchema, setAsideRoutes } from '../../../shared/http/routes/set-aside.ts';
import type { DeadLettersViewSchema } from '../../../shared/http/views/dead-letters.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { QUARANTINE } from './quarantine-words.ts';

type Redriven = z.infer<typeof RedrivenSchema>;

interface RedriveProps {
  readonly queue: z.infer<typeof DeadLettersViewSchema>['queue'];
  readonly isEmpty: boolean;
}

/** Has what lies in a queue tried again, and says what became of it. */
export const Redrive = ({ queue, isEmpty }: RedriveProps): ReactNode => {
  const { say } = useSpeech(QUARANTINE);
  const redrive = useCommand(setAsideRoutes.redriveDeadLetters);
  const [redriven, setRedriven] = useState<Redriven>();
  return (
    <>
      {!isEmpty && (
        <CommandDialog
          act={say('redrive')}
          command={redrive}
          inputOf={() => ({ params: { queue } })}
          onDone={({ body }) => setRedriven(body)}
        >
          <p>{say('redrive.explain')}</p>
        </CommandDialog>
      )}
      {redriven && <p role="status">{say('redriven', { ...redriven })}</p>}
    </>
  );
};
