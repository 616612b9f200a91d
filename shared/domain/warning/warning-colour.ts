import * as z from 'zod';
import type { CapSeverity } from '../cap/cap-codes.ts';
import type { Text } from '../kernel/text.ts';

/** The four colours of warnings, the gravest first: level one to four (一级至四级). */
export const WARNING_COLOURS = {
  red: { zh: '红色', en: 'red', severity: 'Extreme' },
  orange: { zh: '橙色', en: 'orange', severity: 'Severe' },
  yellow: { zh: '黄色', en: 'yellow', severity: 'Moderate' },
  blue: { zh: '蓝色', en: 'blue', severity: 'Minor' },
} as const satisfies Record<string, Text & { severity: CapSeverity }>;
export type WarningColour = keyof typeof WARNING_COLOURS;

const COLOURS = Object.keys(WARNING_COLOURS) as [WarningColour, ...WarningColour[]];

export const WarningColourSchema = z.enum(COLOURS).meta({ id: 'WarningColour' });

const UNCOLOURED = COLOURS.length + 1;

/** @returns 1 for red to 4 for blue, 5 for a warning of no colour. */
export const levelOf = (colour: WarningColour | undefined): number =>
  colour === undefined ? UNCOLOURED : COLOURS.indexOf(colour) + 1;

/** @returns the gravest of these colours. */
export const gravest = (colours: readonly (WarningColour | undefined)[]): WarningColour | undefined =>
  COLOURS.find((colour) => colours.includes(colour));

/** @returns the colour of a severity, for alerts that name none. */
export const colourOfSeverity = (severity: CapSeverity): WarningColour | undefined =>
  COLOURS.find((colour) => WARNING_COLOURS[colour].severity === severity);

/** @returns the one colour that a text names, if it names exactly one: 由黄色升级为红色 says which only to people. */
export const colourNamedIn = (text: string): WarningColour | undefined => {
  const named = COLOURS.filter((colour) => {
    const { zh, en } = WARNING_COLOURS[colour];
    return text.includes(zh) || new RegExp(`\\b${en}\\b`, 'i').test(text);
  });
  return named.length === 1 ? named[0] : undefined;
};
