import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { digestOfFile } from './digest-of-file.ts';
import { PHONE } from './phone-words.ts';

interface DigestInputProps {
  readonly id?: string;
  readonly accept?: string;
  /** SHA-256, hexadecimal. */
  readonly value?: string;
  readonly onChange?: (sha256: string) => void;
}

/** Takes a file and holds its digest: that it is this file and no other can be shown later. */
export const DigestInput = ({ id, accept, value, onChange }: DigestInputProps): ReactNode => {
  const { say } = useSpeech(PHONE);
  return (
    <>
      <input
        {...(id === undefined ? {} : { id })}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        onChange={({ target: { files } }) => {
          const [file] = files ?? [];
          if (file) void digestOfFile(file).then(onChange);
        }}
      />
      {value !== undefined && (
        <p className="muted digest">
          {say('photo.sha256')} <code>{value}</code>
        </p>
      )}
    </>
  );
};
