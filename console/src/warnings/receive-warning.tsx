import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import type { RouteContract } from '../../../shared/http/route.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { WarningViewSchema } from '../../../shared/http/views/warning.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { PARTS } from '../parts/part-words.ts';
import { WARNINGS } from './warnings-words.ts';

/** The route that takes a warning in, as one that is sent a document. */
const receiveDocument: RouteContract<
  z.ZodType,
  z.ZodType,
  z.ZodType<unknown>,
  typeof WarningViewSchema
> = warningRoutes.receiveWarning;

const MEDIA_TYPE = 'application/cap+xml';

type Bytes = Uint8Array<ArrayBuffer>;

interface FileInputProps {
  readonly id?: string;
  readonly onChange?: (bytes: Bytes | undefined) => void;
}

const FileInput = ({ id, onChange }: FileInputProps): ReactNode => (
  <input
    {...(id === undefined ? {} : { id })}
    type="file"
    accept=".xml,.cap,application/xml"
    onChange={({ target }) => {
      const [file] = target.files ?? [];
      if (file) void file.arrayBuffer().then((buffer) => onChange?.(new Uint8Array(buffer)));
      else onChange?.(undefined);
    }}
  />
);

/** Takes in a warning that came as a file, byte for byte. */
export const ReceiveWarning = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const goTo = useNavigate();
  const receive = useCommand(receiveDocument);
  return (
    <CommandDialog
      act={say('receive.act')}
      command={{
        ...receive,
        run: async (input) => {
          const outcome = await receive.run(input);
          if (outcome.answered) void goTo(`/warnings/${outcome.answered.body.warningId}`);
          return outcome;
        },
      }}
      inputOf={({ file }: { readonly file: Bytes }) => ({ document: { mediaType: MEDIA_TYPE, bytes: file } })}
    >
      <p>{say('receive.note')}</p>
      <Form.Item name="file" label={say('receive.file')} rules={required}>
        <FileInput />
      </Form.Item>
    </CommandDialog>
  );
};
