import type { Tone } from './verdict-of.ts'

interface Note {
  hertz: number
  ms: number
  shape: OscillatorType
}

// Can be told apart without looking: two rising notes, two equal knocks, one long low buzz.
const tunes: Record<Tone, readonly Note[]> = {
  go: [
    { hertz: 880, ms: 90, shape: 'sine' },
    { hertz: 1318, ms: 160, shape: 'sine' },
  ],
  look: [
    { hertz: 520, ms: 120, shape: 'square' },
    { hertz: 520, ms: 120, shape: 'square' },
  ],
  stop: [{ hertz: 165, ms: 520, shape: 'sawtooth' }],
}
const pulsesMs: Record<Tone, number[]> = { go: [60], look: [90, 80, 90], stop: [350, 90, 350] }
const restMs = 60
const loudness = 0.35

let audio: AudioContext | undefined

/** Browsers allow sound only after a touch or key press: call this from one. */
export function allowSound(): void {
  audio ??= new AudioContext()
  // Stays silent if the browser still refuses; the verdict is on the screen anyway.
  if (audio.state === 'suspended') audio.resume().catch(() => undefined)
}

/** Sound and vibration for a verdict. iPhones do not vibrate for web pages; they only play the sound. */
export function signal(tone: Tone): void {
  navigator.vibrate?.(pulsesMs[tone])
  if (audio?.state !== 'running') return
  let at = audio.currentTime
  for (const note of tunes[tone]) {
    play(audio, note, at)
    at += (note.ms + restMs) / 1000
  }
}

function play(context: AudioContext, { hertz, ms, shape }: Note, at: number): void {
  const tone = new OscillatorNode(context, { type: shape, frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  const end = at + ms / 1000
  // A ramp of a few milliseconds: a hard edge would click.
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + 0.008)
  volume.gain.setValueAtTime(loudness, end - 0.02)
  volume.gain.linearRampToValueAtTime(0, end)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(end)
}
