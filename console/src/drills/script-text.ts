import { parse, YAMLParseError } from 'yaml';

/** A script as it was read from its text; what it must be is the API's to say. */
export type ReadScript = { readonly script: unknown; readonly fault?: undefined } | { readonly fault: string };

/** @returns the script that a text in YAML, or in JSON, which YAML takes as well, says. */
export const readScript = (text: string): ReadScript => {
  try {
    return { script: parse(text) as unknown };
  } catch (error) {
    if (error instanceof YAMLParseError) return { fault: error.message.split('\n')[0] ?? error.code };
    throw error;
  }
};

/** A script to begin with: one telling, one incident, one request, one objective. */
export const SCRIPT_TO_BEGIN_WITH = `title: 桌面推演（演练）
scenario: 城区内涝，群众被困，需要跨市支援。此为演练。
lastsMinutes: 120
injects:
  - key: flood
    atMinutes: 0
    title: { zh: 城区内涝群众被困, en: People are trapped by the flood }
    handleWithinMinutes: 15
    deed:
      does: open-incident
      responseLevel: III
      incident:
        hazard: flood
        title: 城区内涝（演练）
        description: 两个小区进水，约一百名群众待转移。此为演练。
        position: { latitude: 36.617, longitude: 101.778, crs: CGCS2000, place: 城东区（演练） }
  - key: press
    atMinutes: 30
    title: { zh: 媒体询问伤亡, en: The press asks about casualties }
    handleWithinMinutes: 20
    deed:
      does: tell
      urgency: urgent
      text: { zh: 多家媒体来电询问伤亡情况。此为演练。, en: Reporters ask about casualties. This is an exercise. }
objectives:
  - { measure: injects-handled-percent, atLeast: 100, points: 60 }
  - { measure: missed-clocks, atMost: 0, points: 40 }
`;
