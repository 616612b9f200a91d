import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import type { CallerReadingSchema } from '../../../shared/http/views/work-order.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { WORK_ORDERS } from './work-orders-words.ts';

type Reading = z.infer<typeof CallerReadingSchema>;

const ReadOut = ({ reading, onHide }: { readonly reading: Reading; readonly onHide: () => void }): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const { caller, description } = reading;
  return (
    <Panel title={say('caller.title')} actions={<Button onClick={onHide}>{say('caller.hide')}</Button>}>
      <Facts
        facts={[
          [say('caller.name'), caller.name],
          [say('caller.telephone'), caller.telephone],
          [say('caller.said'), description],
        ]}
      />
    </Panel>
  );
};

/** Reads who called: an act of its own, for a reason that the ledger keeps. */
export const CallerReading = ({ workOrderId }: { readonly workOrderId: string }): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const may = useMay();
  const [reading, setReading] = useState<Reading>();
  const command = useCommand(workOrderRoutes.readCaller);
  if (!may(workOrderRoutes.readCaller)) return null;
  if (reading) return <ReadOut reading={reading} onHide={() => setReading(undefined)} />;
  return (
    <CommandDialog
      act={say('caller.read')}
      command={{
        ...command,
        run: async (input) => {
          const outcome = await command.run(input);
          if (outcome.answered) setReading(outcome.answered.body);
          return outcome;
        },
      }}
      inputOf={({ reason, evenIfOffDuty = false }: { readonly reason: string; readonly evenIfOffDuty?: boolean }) => ({
        params: { workOrderId },
        body: { reason, evenIfOffDuty },
      })}
    >
      <p>{say('caller.note')}</p>
      <WordsField name={['reason']} label={say('reason')} />
      <Form.Item name={['evenIfOffDuty']} valuePropName="checked">
        <Checkbox>{say('caller.off-duty')}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
};
