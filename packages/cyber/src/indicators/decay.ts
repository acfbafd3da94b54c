import type { IndicatorKind, Instant } from '@cordon/model'

/** How the worth of an indicator fades. */
export interface Decay {
  /** Days from the last sighting until nothing is left. */
  readonly days: number
  /** MISP's decay speed: 1 fades evenly, above 1 fast at first, below 1 slowly at first. */
  readonly speed: number
}

const dayMs = 86_400_000
const address: Decay = { days: 180, speed: 1.5 }
const name: Decay = { days: 540, speed: 1 }
const lasting: Decay = { days: 3650, speed: 0.5 }

/**
 * By kind: addresses change hands within months, names within a year or two, a file's hash never means another file.
 * The numbers are Cordon's own, of the order of MISP's default models; a caller may give others.
 */
export const defaultDecay: Readonly<Record<IndicatorKind, Decay>> = {
  ipv4: address,
  ipv6: address,
  socket: address,
  domain: name,
  url: { days: 365, speed: 1 },
  email: name,
  ja3: { days: 720, speed: 0.7 },
  ja4: { days: 720, speed: 0.7 },
  'user-agent': { days: 720, speed: 0.7 },
  'file-name': { days: 1825, speed: 0.5 },
  'file-path': { days: 1825, speed: 0.5 },
  'registry-key': { days: 1825, speed: 0.5 },
  mutex: { days: 1825, speed: 0.5 },
  md5: lasting,
  sha1: lasting,
  sha256: lasting,
  sha512: lasting,
  wallet: lasting,
  bic: lasting,
  account: lasting,
}

/** Taken where a source gives no confidence. */
export const unstatedConfidence = 0.5

/** Below this an indicator counts as decayed. */
export const decayedBelow = 0.1

/**
 * What is left of a confidence, 0..1: `confidence * (1 - (t / days) ^ (1 / speed))`, with t counted from the latest
 * sighting, so that a new sighting starts it again. What has not yet been seen at `at` has not begun to fade.
 * @see Mokaddem, Wagener, Dulaunoy, Iklody: Taxonomy driven indicator scoring in MISP threat intelligence platforms
 * (2019), the polynomial model
 */
export function decayed(confidence: number, lastSeen: Instant, at: Instant, { days, speed }: Decay): number {
  const age = (at - lastSeen) / (days * dayMs)
  if (!(age > 0)) return confidence
  return age >= 1 ? 0 : confidence * (1 - age ** (1 / speed))
}

/** When a confidence will have faded to `decayedBelow`; undefined where it began below. */
export function decaysAt(confidence: number, lastSeen: Instant, { days, speed }: Decay): Instant | undefined {
  if (confidence <= decayedBelow) return undefined
  return Math.round(lastSeen + days * dayMs * (1 - decayedBelow / confidence) ** speed)
}
