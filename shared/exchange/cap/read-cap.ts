import { type CapAlert, CapAlertSchema } from '../../domain/cap/cap-alert.ts';
import { issueSentence } from '../../domain/kernel/issue-sentence.ts';
import { jsonPointer } from '../../domain/kernel/json-pointer.ts';
import { ALERT_ELEMENTS, CAP_NAMESPACE, type CapElement, SIGNATURE_NAMESPACE } from './cap-structure.ts';
import { type DocumentProblem, type Read, readTree, unreadable, type XmlElement } from './xml-tree.ts';

/** An alert that came as XML. */
export interface ReadAlert {
  readonly alert: CapAlert;
  /** Whether a signature stands in it; it can be verified on the document as it came only. */
  readonly signed: boolean;
}

type Path = readonly PropertyKey[];

const MOST_PROBLEMS = 50;

/** Turns elements into members, noting whatever the schema of CAP does not let stand where it stands. */
class Reading {
  readonly problems: DocumentProblem[] = [];

  private note(path: Path, zh: string, en: string): void {
    this.problems.push({ pointer: jsonPointer(path), text: { zh, en } });
  }

  private textOf(element: XmlElement, path: Path): string {
    if (element.children.length > 0) this.note(path, '只能含文字', 'holds text only');
    if (element.text === undefined) this.note(path, '含未知的实体引用', 'refers to an entity that there is none of');
    return element.text ?? '';
  }

  /** @returns where in the order of elements a child stands, having noted what is wrong with that. */
  private place(child: XmlElement, elements: readonly CapElement[], last: number, path: Path): number {
    const index = elements.findIndex(({ name }) => name === child.name);
    const known = child.namespace === CAP_NAMESPACE && index >= 0;
    if (!known) this.note(path, '不是 CAP 1.2 在此处的元素', 'no element of CAP 1.2 in this place');
    else if (index < last) this.note(path, '元素次序不对', 'out of order');
    else if (index === last && !elements[index]?.recurs) this.note(path, '只能出现一次', 'may stand once only');
    return known ? index : -1;
  }

  membersOf(element: XmlElement, elements: readonly CapElement[], path: Path): Record<string, unknown> {
    const members: Record<string, unknown[]> = {};
    let last = -1;
    if (element.text?.trim() !== '') this.note(path, '元素之间不得有文字', 'no text between the elements');
    for (const child of element.children) {
      const position = elements.find(({ name }) => name === child.name)?.recurs
        ? [members[child.name]?.length ?? 0]
        : [];
      const at = [...path, child.name, ...position];
      const index = this.place(child, elements, last, at);
      const described = elements[index];
      if (!described) continue;
      last = Math.max(last, index);
      if (child.attributes.length > 0) this.note(at, '不得有属性', 'takes no attributes');
      const value = described.elements ? this.membersOf(child, described.elements, at) : this.textOf(child, at);
      members[child.name] = [...(members[child.name] ?? []), value];
    }
    return Object.fromEntries(
      elements.flatMap(({ name, recurs }) =>
        members[name] === undefined ? [] : [[name, recurs ? members[name] : members[name][0]]],
      ),
    );
  }
}

const isSignature = ({ namespace }: XmlElement): boolean => namespace === SIGNATURE_NAMESPACE;

/** Signatures stand after all else; those that do not are left where they are, to be refused. */
const signaturesOf = ({ children }: XmlElement): number => {
  const end = children.findLastIndex((child) => !isSignature(child));
  return children.length - 1 - end;
};

/**
 * Reads an alert strictly: well-formed, in CAP 1.2's namespace, its elements known, in order and as often as they may stand, its
 * values and the rules that the schema cannot say as {@link CapAlertSchema} has them. Pointers are those of the JSON form.
 */
export const readCap = (document: string): Read<ReadAlert> => {
  const tree = readTree(document);
  if (!tree.read) return tree;
  const root = tree.value;
  if (root.namespace !== CAP_NAMESPACE || root.name !== 'alert')
    return unreadable(`根元素须为 ${CAP_NAMESPACE} 的 alert`, `the root must be alert of ${CAP_NAMESPACE}`);
  if (root.attributes.some((name) => !/^\w+:(schemaLocation|noNamespaceSchemaLocation)$/.test(name)))
    return unreadable('alert 不得有其他属性', 'alert takes no attributes but the place of a schema');
  const signatures = signaturesOf(root);
  const reading = new Reading();
  const own = { ...root, children: root.children.slice(0, root.children.length - signatures) };
  const members = reading.membersOf(own, ALERT_ELEMENTS, []);
  if (reading.problems.length > 0) return { read: false, problems: reading.problems.slice(0, MOST_PROBLEMS) };
  const parsed = CapAlertSchema.safeParse(members, { reportInput: true });
  if (parsed.success) return { read: true, value: { alert: parsed.data, signed: signatures > 0 } };
  const problems = parsed.error.issues.map((issue) => ({
    pointer: jsonPointer(issue.path),
    text: issueSentence(issue),
  }));
  return { read: false, problems: problems.slice(0, MOST_PROBLEMS) };
};
