const TONES_HZ = [880, 660, 880] as const;
const TONE_S = 0.18;
const LOUDNESS = 0.2;

let context: AudioContext | undefined;

/** Sounds three short tones. Silent until whoever sits there has clicked or typed once: browsers want it so. */
export const soundAlarm = (): void => {
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  const gain = new GainNode(context, { gain: LOUDNESS });
  gain.connect(destination);
  TONES_HZ.forEach((frequency, at) => {
    if (!context) return;
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(currentTime + at * TONE_S);
    tone.stop(currentTime + (at + 0.8) * TONE_S);
  });
  document.documentElement.dataset.alarms = String(Number(document.documentElement.dataset.alarms ?? 0) + 1);
};
