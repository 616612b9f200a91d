import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { spreadsheetRoutes } from '../../../shared/http/routes/spreadsheets.ts';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { IMPORTS } from './imports-words.ts';
import { type ExportWanted, useExport } from './use-export.ts';

const FORMATS = [
  ['xlsx', 'XLSX'],
  ['csv', 'CSV'],
] as const;
const ENCODINGS = [
  ['utf-8', 'UTF-8'],
  ['gb18030', 'GB18030'],
] as const;

/** Conditions of a list that an export has, too, by the name the export calls them. */
const CONDITIONS = { hazard: 'hazard', kind: 'resourceKind', class: 'class', category: 'category' } as const;

const Reason = (): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  return (
    <Form.Item name="reason" label={say('reason')} rules={[{ required: true, message: say('required') }]}>
      <Input />
    </Form.Item>
  );
};

const Fields = (): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const may = useMay();
  const format = Form.useWatch<string | undefined>('format');
  const withContacts = Form.useWatch<boolean | undefined>('withContacts');
  return (
    <>
      <p>{say('export.what')}</p>
      <Form.Item name="format" label={say('format')} rules={[{ required: true, message: say('required') }]}>
        <Choice options={FORMATS} />
      </Form.Item>
      {format === 'csv' && (
        <Form.Item name="encoding" label={say('encoding')} initialValue="utf-8">
          <Choice options={ENCODINGS} />
        </Form.Item>
      )}
      {may(spreadsheetRoutes.exportEntriesWithContacts) && (
        <Form.Item name="withContacts" valuePropName="checked">
          <Checkbox>{say('contacts')}</Checkbox>
        </Form.Item>
      )}
      {withContacts && <Reason />}
    </>
  );
};

/** Exports what a list shows, with or without how to reach people. */
export const ExportDialog = ({ kind }: { readonly kind: SpreadsheetKind }): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const may = useMay();
  const [search] = useSearchParams();
  const command = useExport(kind);
  if (!may(spreadsheetRoutes.exportEntries)) return null;
  const conditions = Object.entries(CONDITIONS).flatMap(([listed, exported]) => {
    const value = search.get(listed);
    return value === null ? [] : [[exported, value]];
  });
  return (
    <CommandDialog<ExportWanted, ExportWanted, Blob>
      act={say('export')}
      command={command}
      initialValues={{ format: 'xlsx' }}
      inputOf={(values) => ({ ...values, conditions: Object.fromEntries(conditions) })}
    >
      <Fields />
    </CommandDialog>
  );
};
