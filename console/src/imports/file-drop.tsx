import { type DragEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { IMPORTS } from './imports-words.ts';

interface FileDropProps {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}

const KILOBYTE = 1024;

/** A place to drop a file on; for the keyboard, the browser's own way to choose one. */
export const FileDrop = ({ file, onFile }: FileDropProps): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <label
      className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{say('file.drop')}</span>
      <input
        type="file"
        accept=".xlsx,.csv"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
        }}
      />
      {file && (
        <strong role="status">
          {say('file.chosen', { name: file.name, size: Math.max(1, Math.round(file.size / KILOBYTE)) })}
        </strong>
      )}
    </label>
  );
};
