import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import type { ReactNode } from 'react';
import type { TeamItem } from '../../../shared/domain/request/request-item.ts';
import { packageRoutes } from '../../../shared/http/routes/packages.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import type { PackageListEntry } from '../../../shared/http/views/package.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useYuan } from '../parts/money.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Shown } from '../parts/shown.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { RECEIVED } from './received-words.ts';

interface PackageAnswerProps {
  readonly requestId: string;
  readonly item: TeamItem;
  readonly etag: string | undefined;
}

interface PackageValues {
  readonly packageId: string;
  readonly reason?: string;
}

/** Answers an item from a mission-ready package, which says who goes, when, and at what price. */
export const PackageAnswer = ({ requestId, item, etag }: PackageAnswerProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const { say: sayPart } = useSpeech(PARTS);
  const command = useCommand(receivedRequestRoutes.answerFromPackage);
  return (
    <CommandDialog<PackageValues, Parameters<typeof command.run>[0], unknown>
      act={say('package.act')}
      command={command}
      inputOf={({ packageId, reason }) => ({
        params: { requestId },
        body: { itemId: item.itemId, packageId, ...(reason === undefined ? {} : { reason }) },
        ...(etag === undefined ? {} : { ifMatch: etag }),
      })}
    >
      <p>{say('package.explained')}</p>
      <Form.Item
        name="packageId"
        label={say('package.choose')}
        rules={[{ required: true, message: sayPart('required') }]}
      >
        <PackageChoice item={item} />
      </Form.Item>
      <WordsField name={['reason']} label={say('package.conditions')} optional />
    </CommandDialog>
  );
};

interface PackageChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (packageId: string) => void;
  readonly item: TeamItem;
}

const PackageChoice = ({ id, value, onChange, item }: PackageChoiceProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const { kind, neededBy, neededUntil } = item;
  const packages = useRead(packageRoutes.listPackages, { query: { kind, from: neededBy, until: neededUntil } });
  return (
    <Shown read={packages}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('package.none')}</p>
        ) : (
          <Radio.Group
            {...(id === undefined ? {} : { id })}
            {...(value === undefined ? {} : { value })}
            onChange={({ target }) => onChange?.(String(target.value))}
            className="candidates"
          >
            {items.map((each) => (
              <PackageLine key={each.packageId} entry={each} />
            ))}
          </Radio.Group>
        )
      }
    </Shown>
  );
};

const PackageLine = ({ entry }: { readonly entry: PackageListEntry }): ReactNode => {
  const { say, read, language } = useSpeech(RECEIVED);
  const yuan = useYuan();
  const { packageId, name, nameEn, headcount, readinessMinutes, fortnightCost, condition, impediment } = entry;
  return (
    <div className="candidate">
      <Radio value={packageId} disabled={condition !== 'available'}>
        {language === 'en' ? (nameEn ?? name) : name}
      </Radio>
      <p className="candidate-facts">
        {say('package.facts', { headcount, readiness: readinessMinutes, cost: yuan(fortnightCost) })}
      </p>
      {impediment && <p className="candidate-reasons muted">{read(impediment.text)}</p>}
    </div>
  );
};
