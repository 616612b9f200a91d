import type { ReactNode } from 'react';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { bodyOf } from './body.ts';
import { FieldInput } from './field-inputs.tsx';
import type { Act } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import { useLooseCommand, versionFor } from './use-loose-command.ts';

interface ActDialogProps<View> {
  readonly act: Act<View>;
  readonly view: View;
  readonly etag: string | undefined;
  /** Names the entry, and what of it the act is about. */
  readonly params: Readonly<Record<string, string>>;
}

/** A button and a dialog for something that can be done to an entry; nothing for those who may not, or while it cannot be. */
export const ActDialog = <View,>({ act, view, etag, params }: ActDialogProps<View>): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  const may = useMay();
  const now = new Date(useNow()).toISOString();
  const command = useLooseCommand(act.contract);
  const { contract, label, about, fields = [], danger = false, startsWith, bodyOf: shaped } = act;
  if (!may(contract) || act.isOpen?.(view, now) === false) return null;
  return (
    <CommandDialog<object, Parameters<typeof command.run>[0], unknown>
      act={read(label)}
      command={command}
      danger={danger}
      {...(startsWith === undefined ? {} : { initialValues: startsWith(view, now) })}
      inputOf={(values) => {
        const body = shaped ? shaped(bodyOf(values), view) : bodyOf(values);
        return { params, ...(fields.length === 0 ? {} : { body }), ...versionFor(contract, etag) };
      }}
    >
      {about && <p>{read(about)}</p>}
      {fields.map((field) => (
        <FieldInput key={field.name.join('.')} field={field} />
      ))}
    </CommandDialog>
  );
};
