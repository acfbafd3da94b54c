import { type Tlp, tlpMarkings } from '@cordon/model'

/** How strict a marking is: 0 for TLP:CLEAR, 4 for TLP:RED. What isn't a marking of TLP 2.0 is as strict as there is. */
export function strictness(marking: unknown): number {
  const at = tlpMarkings.indexOf(marking as Tlp)
  return at < 0 ? tlpMarkings.length - 1 : at
}

/** The stricter of two. */
export function stricter(a: Tlp, b: Tlp): Tlp {
  return tlpMarkings[Math.max(strictness(a), strictness(b))]!
}

/** The wider of two. */
export function wider(a: Tlp, b: Tlp): Tlp {
  return tlpMarkings[Math.min(strictness(a), strictness(b))]!
}

/** Whether what is marked so may go out at a level. */
export function mayLeave(marking: unknown, level: Tlp): boolean {
  return strictness(marking) <= strictness(level)
}

const mention = /\btlp\s*[:=\-_ ]\s*([a-z]+(?:\s*\+\s*[a-z]+)?)/gi
const spoken: Readonly<Record<string, Tlp>> = {
  clear: 'TLP:CLEAR',
  white: 'TLP:CLEAR',
  green: 'TLP:GREEN',
  amber: 'TLP:AMBER',
  'amber+strict': 'TLP:AMBER+STRICT',
  red: 'TLP:RED',
}

/**
 * The marking that a text gives itself: the strictest that it mentions. A mention that isn't understood (`TLP:PURPLE`) counts as
 * the strictest.
 */
export function markingInText(text: string): Tlp | undefined {
  let found: Tlp | undefined
  for (const [, words] of text.matchAll(mention)) {
    const one = spoken[words!.toLowerCase().replace(/\s/g, '')] ?? 'TLP:RED'
    found = found ? stricter(found, one) : one
  }
  return found
}

/** What persons write is for the institution and those it works with, where it says nothing else. */
export const usualForWords: Tlp = 'TLP:AMBER'
/** Intelligence whose source says nothing of who may see it is taken so. */
export const usualForIntelligence: Tlp = 'TLP:AMBER'
