import { commonFirmWords, commonWords, veryCommonWords } from './common-names.data.ts'

/** How many of the listed names hold a word. */
export type ListFrequency = (word: string) => number

const world: ReadonlyMap<string, number> = new Map([
  ...words(commonFirmWords).map((word) => [word, 0.5] as const),
  ...words(commonWords).map((word) => [word, 0.7] as const),
  ...words(veryCommonWords).map((word) => [word, 0.5] as const),
])

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/**
 * How much a word says about who is meant, 0.4 (borne by tens of millions) to 1 (rare): the world's table, lowered
 * further where the lists themselves hold the word often.
 */
export function rarity(word: string, listed = 0): number {
  const inWorld = world.get(word) ?? (word.length <= 2 ? 0.6 : 1)
  if (listed < 20) return inWorld
  // 20 names hold it: 1; 200: 0.8; 2,000: 0.6.
  return Math.max(0.4, Math.min(inWorld, 1 - 0.2 * Math.log10(listed / 20)))
}
