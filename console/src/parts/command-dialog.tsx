import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { type ReactNode, useState } from 'react';
import type { Answered } from '../../../shared/http/calling.ts';
import type { Command } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from './command-form.tsx';
import { PARTS } from './part-words.ts';

interface CommandDialogProps<V extends object, I, R> {
  /** On the button that opens it, and its title. */
  readonly act: string;
  readonly command: Command<I, R>;
  readonly initialValues?: Partial<V>;
  readonly inputOf: (values: V) => I;
  readonly danger?: boolean;
  readonly primary?: boolean;
  /** False when the act is not to be had any more: a dialog that is open stays, and says why it came to nothing. */
  readonly offered?: boolean;
  readonly onDone?: (answered: Answered<R>) => void;
  /** Fields, or only what will happen. */
  readonly children?: ReactNode;
}

/** A button that asks for what an act needs, or whether one means it, before it is done. */
export const CommandDialog = <V extends object, I, R>(props: CommandDialogProps<V, I, R>): ReactNode => {
  const {
    act,
    command,
    initialValues,
    inputOf,
    danger = false,
    primary = false,
    offered = true,
    onDone,
    children,
  } = props;
  const { say } = useSpeech(PARTS);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    command.forget();
    setOpen(false);
  };
  return (
    <>
      {offered && (
        <Button danger={danger} type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {act}
        </Button>
      )}
      <Modal open={isOpen} title={act} footer={null} onCancel={close} destroyOnHidden>
        <CommandForm<V, I, R>
          command={command}
          {...(initialValues === undefined ? {} : { initialValues })}
          inputOf={inputOf}
          submit={act}
          danger={danger}
          onDone={(answered) => {
            close();
            onDone?.(answered);
          }}
          besides={<Button onClick={close}>{say('cancel')}</Button>}
        >
          {children}
        </CommandForm>
      </Modal>
    </>
  );
};
