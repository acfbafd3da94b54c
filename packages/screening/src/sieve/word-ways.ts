import { hash32 } from '../names/keys.ts'
import { isAbd } from '../names/meet.ts'
import { rarity } from '../names/rarity.ts'
import type { Term } from '../names/term.ts'

/** Kinds of words as a sieve tells them apart. */
export const sieveKinds = ['word', 'generic', 'number', 'initial', 'stop', 'orgForm', 'light'] as const
/** One of `sieveKinds`. */
export type SieveKind = (typeof sieveKinds)[number]

/** A word's weight and what it says are kept in such steps. */
export const sieveSteps = 250

/** What a sieve must know of a word of a party's name: all by which it could meet a listed word. */
export interface WordWays {
  readonly kind: SieveKind
  /** What it counts in its name, 0..1. */
  readonly weight: number
  /** What it says at most of who is meant, 0..1: lists that hold it often only lower that. */
  readonly told: number
  /** Letters by which it joins with neighbours: how many. */
  readonly length: number
  /** Spellings that are compared letter by letter. */
  readonly slips: readonly string[]
  /** Hashes of which it has to share one with a listed word to meet it otherwise. */
  readonly hashes: readonly number[]
}

/** Reads off a word of a party by what it can meet others. */
export function wordWays(term: Term): WordWays {
  return {
    kind: kindOfTerm(term),
    weight: term.weight,
    told: term.kind === 'word' ? term.weight * rarity(term.text) : term.weight,
    length: term.text.length,
    slips: slipsOf(term),
    hashes: [...hashesOf(term), ...skeletons(term, !isArabic(term) ? 'arabic' : 'any')],
  }
}

/** Hashes under which a listed word is found; see `WordWays.hashes`. */
export function listedWays(term: Term): number[] {
  const arabic = isArabic(term) ? skeletons(term, 'arabic') : []
  return [...hashesOf(term), ...skeletons(term, 'any'), ...arabic]
}

/** Spellings of a word that are compared letter by letter. */
export function slipsOf({ kind, spellings, fuzzy }: Term): string[] {
  if (kind === 'number' || kind === 'orgForm') return []
  return spellings.slice(0, fuzzy).map(({ text }) => text)
}

function kindOfTerm({ kind }: Term): SieveKind {
  return (sieveKinds as readonly string[]).includes(kind) ? (kind as SieveKind) : 'light'
}

const isArabic = ({ token }: Term) => token.script === 'Arab'

function hashesOf(term: Term): Set<number> {
  const { concept, value, form, formGroup, folded } = term.token
  const hashes = new Set([hash32(`= ${folded}`)])
  for (const { text } of term.spellings) hashes.add(hash32(`as ${text}`))
  for (const hash of term.keys?.hashes ?? []) hashes.add(hash >>> 0)
  if (concept !== undefined) hashes.add(hash32(`concept ${concept}`))
  if (value !== undefined) hashes.add(hash32(`number ${value}`))
  if (form !== undefined) hashes.add(hash32(`form ${form}`))
  if (formGroup !== undefined) hashes.add(hash32(`group ${formGroup}`))
  if (isAbd(term)) hashes.add(hash32('abd'))
  return hashes
}

/** Consonants alone meet only where one of the two is in Arabic writing. */
function skeletons(term: Term, among: 'arabic' | 'any'): number[] {
  return (term.keys?.skeletons ?? []).map((hash) => hash32(`${among} ${hash}`))
}
