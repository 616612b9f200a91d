import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/screen.tsx';
import type { ContactReading as Reading, ShownContact } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import { useLooseCommand } from './use-loose-command.ts';

interface ContactReadingProps<View> {
  readonly reading: Reading<View>;
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
}

interface ReasonGiven {
  readonly reason: string;
  readonly evenIfOffDuty?: boolean;
}

const Contacts = ({ contacts }: { readonly contacts: readonly ShownContact[] }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return (
    <Facts
      facts={contacts.map(({ name, position, telephone, email }) => [
        [name ?? say('contact.telephone'), position].filter(Boolean).join(' · '),
        [telephone, email].filter(Boolean).join(' · '),
      ])}
    />
  );
};

/** How to reach whoever an entry is about: masked until somebody says why they must know. What was read is shown here only, until one leaves. */
export const ContactReading = <View,>({ reading, view, params }: ContactReadingProps<View>): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const may = useMay();
  const command = useLooseCommand(reading.contract);
  const [shown, setShown] = useState<readonly ShownContact[]>();
  const { run } = command;
  const readingCommand = {
    ...command,
    run: async (input: Parameters<typeof run>[0]) => {
      const outcome = await run(input);
      if (outcome.answered) setShown(reading.contactsIn(outcome.answered.body));
      return outcome;
    },
  };
  return (
    <Panel
      title={say('contact')}
      actions={
        may(reading.contract) &&
        (shown ? (
          <Button onClick={() => setShown(undefined)}>{say('contact.hide')}</Button>
        ) : (
          <CommandDialog<ReasonGiven, Parameters<typeof run>[0], unknown>
            act={say('contact.read')}
            command={readingCommand}
            inputOf={(body) => ({ params, body })}
          >
            <p>{say('contact.logged')}</p>
            <Form.Item name="reason" label={say('reason')} rules={[{ required: true, message: say('required') }]}>
              <Input.TextArea autoSize={{ minRows: 2 }} />
            </Form.Item>
            {reading.asksForDuty && (
              <Form.Item name="evenIfOffDuty" valuePropName="checked">
                <Checkbox>{say('contact.off-duty')}</Checkbox>
              </Form.Item>
            )}
          </CommandDialog>
        ))
      }
    >
      {shown ? (
        <div className="contact-shown" role="status">
          <Contacts contacts={shown} />
        </div>
      ) : (
        <Contacts contacts={reading.masked(view)} />
      )}
    </Panel>
  );
};
