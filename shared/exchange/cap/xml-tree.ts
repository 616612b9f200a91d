import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';
import type { Text } from '../../domain/kernel/text.ts';
import { decodeText } from './xml-text.ts';

/** One thing that is wrong with a document: where (a JSON pointer along its elements, positions for those that recur) and what. */
export interface DocumentProblem {
  readonly pointer: string;
  readonly text: Text;
}

/** What a document is, or what is wrong with it. */
export type Read<T> =
  | { readonly read: true; readonly value: T }
  | { readonly read: false; readonly problems: readonly DocumentProblem[] };

/** An element with its name resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Attributes that are no namespace declarations, as they are written. */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  /** All text in it, put together; `undefined` where a reference in it names no character. */
  readonly text: string | undefined;
}

/** @returns a document that cannot be read, for one reason. */
export const unreadable = (zh: string, en: string, pointer = ''): Read<never> => ({
  read: false,
  problems: [{ pointer, text: { zh, en } }],
});

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
/** Alerts are five elements deep, signatures a few more. */
const DEEPEST = 24;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignorePiTags: true,
  cdataPropName: CDATA,
  maxNestedTags: DEEPEST,
});

const NodeSchema = z.record(z.string(), z.unknown());
const NodesSchema = z.array(NodeSchema);
const AttributesSchema = z.record(z.string(), z.string()).default({});
type Node = z.infer<typeof NodeSchema>;
type Scope = Readonly<Record<string, string>>;

const tagOf = (node: Node): string | undefined =>
  Object.keys(node).find((key) => ![ATTRIBUTES, TEXT, CDATA].includes(key));

const textOf = (node: Node): string | undefined => {
  if (typeof node[TEXT] === 'string') return decodeText(node[TEXT]);
  return CDATA in node
    ? NodesSchema.parse(node[CDATA])
        .map((inner) => String(inner[TEXT] ?? ''))
        .join('')
    : '';
};

const declaredIn = (attributes: Readonly<Record<string, string>>, outer: Scope): Scope => ({
  ...outer,
  ...Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
    ),
  ),
});

const resolved = (name: string, scope: Scope): { namespace: string; name: string } => {
  const colon = name.indexOf(':');
  return { namespace: scope[name.slice(0, Math.max(0, colon))] ?? '', name: name.slice(colon + 1) };
};

const elementOf = (node: Node, tag: string, outer: Scope): XmlElement => {
  const attributes = AttributesSchema.parse(node[ATTRIBUTES]);
  const scope = declaredIn(attributes, outer);
  const inside = NodesSchema.parse(node[tag]);
  const texts = inside.map(textOf);
  return {
    ...resolved(tag, scope),
    attributes: Object.keys(attributes).filter((name) => !/^xmlns(:|$)/.test(name)),
    children: inside.flatMap((child) => {
      const name = tagOf(child);
      return name === undefined ? [] : [elementOf(child, name, scope)];
    }),
    text: texts.some((text) => text === undefined) ? undefined : texts.join(''),
  };
};

/**
 * Reads a document into its elements. Nothing is looked up and nothing expands: a document type, and with it every entity of a
 * document's own, is refused before anything is parsed.
 */
export const readTree = (document: string): Read<XmlElement> => {
  if (/<!(DOCTYPE|ENTITY)/i.test(document))
    return unreadable('不接受带 DOCTYPE 或实体定义的文件', 'a document type or entities of its own are not taken');
  const valid = XMLValidator.validate(document);
  if (valid !== true) {
    const { msg, line } = valid.err;
    return unreadable(`不是格式良好的 XML（第${line}行：${msg}）`, `not well-formed XML (line ${line}: ${msg})`);
  }
  try {
    const nodes = NodesSchema.parse(parser.parse(document.replace(/\r\n?/g, '\n')));
    const tags = nodes.flatMap((node) => tagOf(node) ?? []);
    const [tag = ''] = tags;
    const root = nodes.find((node) => tag in node);
    const stray = nodes.some((node) => textOf(node)?.trim() !== '');
    return root && tags.length === 1 && !stray
      ? { read: true, value: elementOf(root, tag, {}) }
      : unreadable('须只有一个根元素', 'there must be one root element and nothing beside it');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unreadable(`无法读取 XML（${why}）`, `the XML cannot be read (${why})`);
  }
};
