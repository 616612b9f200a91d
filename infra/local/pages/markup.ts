import type { Text } from '../../../shared/domain/kernel/text.ts';

/** Text that is HTML already; made by {@link markup} only. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
  return part.map(({ text }) => text).join('');
};

/** HTML with everything put into it escaped, unless it is HTML itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(String.raw({ raw: strings }, ...parts.map(escaped)));

/** Both languages, one after the other. */
export const bilingual = ({ zh, en }: Text): Markup =>
  markup`<span lang="zh-CN">${zh}</span> <span lang="en">${en}</span>`;

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  table { border-collapse: collapse; } th, td { text-align: start; padding: .25rem 1rem .25rem 0; vertical-align: top; }
  label { display: block; margin: .75rem 0; } input { font: inherit; padding: .3rem .5rem; display: block; min-width: 20rem; }
  button { font: inherit; padding: .3rem 1.5rem; } [role=alert] { color: #c00; } code { font-size: .95em; }
`;

/** @returns a whole page. */
export const page = (title: Text, content: Markup): string =>
  markup`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} ${title.en}</title><style>${new Markup(STYLE)}</style></head>
<body><h1>${bilingual(title)}</h1>${content}</body></html>
`.text;
