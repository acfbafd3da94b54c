import type { NameOf } from '@cordon/text'
import { mayBeInitials } from './align.ts'
import type { CompiledName } from './compiled-name.ts'
import { isAbd } from './meet.ts'
import { leading } from './term.ts'

/**
 * What a bound needs to know of a listed name, in 31 bits that lie beside each of its postings, so that most names are
 * passed over without being looked at. From above: whether it can meet others word by word only; the weight of its
 * proper and generic words, rounded down; its proper words, at least; the weight of its other words, rounded up; how
 * many initials it holds; whether it may hold some written together; its sort.
 */
const bits = { sort: 2, abbreviates: 1, initials: 3, light: 8, proper: 3, naming: 13 } as const
const at = {
  abbreviates: bits.sort,
  initials: bits.sort + bits.abbreviates,
  light: bits.sort + bits.abbreviates + bits.initials,
  proper: bits.sort + bits.abbreviates + bits.initials + bits.light,
  naming: bits.sort + bits.abbreviates + bits.initials + bits.light + bits.proper,
  plain: bits.sort + bits.abbreviates + bits.initials + bits.light + bits.proper + bits.naming,
} as const
/** Steps to a weight of 1. */
const steps = 64
const sorts = [undefined, 'person', 'organization', 'vessel'] as const

/** Every sort of name. */
export const allSorts = 2 ** sorts.length - 1

/** The bit of a sort of name in a set of them. */
export function bitOfSort(nameOf: NameOf | undefined): number {
  return 1 << sorts.indexOf(nameOf)
}

/** What a bound counts of a name. */
export interface Outline {
  /** Weight of its proper and generic words, and of the others. */
  readonly naming: number
  readonly light: number
  /** How many proper words it has, and initials. */
  readonly proper: number
  readonly initials: number
  /** Holds a word that may be several initials written together. */
  readonly abbreviates: boolean
  /** Holds one of the forms of Abd as a word that leads to it: they all meet each other. */
  readonly abd: boolean
}

/** Outlines a name. */
export function outlineOf({ terms }: CompiledName): Outline {
  let naming = 0
  let light = 0
  let proper = 0
  let initials = 0
  let abbreviates = false
  let abd = false
  for (const term of terms) {
    if (term.kind === 'word' || term.kind === 'generic') naming += term.weight
    else light += term.weight
    if (term.kind === 'word') proper++
    else if (term.kind === 'initial') initials++
    if (mayBeInitials(term)) abbreviates = true
    if (leading.has(term.kind) && isAbd(term)) abd = true
  }
  return { naming, light, proper, initials, abbreviates, abd }
}

/** Hints at a name. */
export function hintOf(name: CompiledName, nameOf: NameOf | undefined): number {
  const outline = outlineOf(name)
  const naming = Math.floor(outline.naming * steps + 1e-9)
  const light = Math.ceil(outline.light * steps - 1e-9)
  // What does not fit, or follows rules of its own, is left open like what may be initials.
  const open =
    outline.abbreviates || outline.abd || outline.initials >= 2 ** bits.initials || light >= 2 ** bits.light
  const plain = !open && outline.initials === 0
  return (
    sorts.indexOf(nameOf) |
    (Number(open) << at.abbreviates) |
    (Math.min(outline.initials, 2 ** bits.initials - 1) << at.initials) |
    (Math.min(light, 2 ** bits.light - 1) << at.light) |
    (Math.min(outline.proper, 2 ** bits.proper - 1) << at.proper) |
    (Math.min(naming, 2 ** bits.naming - 1) << at.naming) |
    (Number(plain) << at.plain)
  )
}

/** The bit of a hint's sort. */
export function sortBit(hint: number): number {
  return 1 << (hint & (2 ** bits.sort - 1))
}

/** Whether nothing is known of what the name leaves unmet. */
export function isOpen(hint: number): boolean {
  return (hint & (1 << at.abbreviates)) !== 0
}

/** How many initials the name holds. */
export function initialsIn(hint: number): number {
  return (hint >>> at.initials) & (2 ** bits.initials - 1)
}

/** At least how many proper words it has; fewer than two only if it has fewer. */
export function properIn(hint: number): number {
  return (hint >>> at.proper) & (2 ** bits.proper - 1)
}

/** At most the weight of its proper and generic words. */
export function namingIn(hint: number): number {
  return ((hint >>> at.naming) & (2 ** bits.naming - 1)) / steps
}

/** At least the weight of all its words. */
export function weightIn(hint: number): number {
  return namingIn(hint) + (1 + ((hint >>> at.light) & (2 ** bits.light - 1))) / steps
}

/** The highest hint at a name that holds initials, or whose proper and generic words weigh at most this. */
export function mostHint(naming: number): number {
  const most = Math.min(2 ** bits.naming - 1, Math.floor(naming * steps + 1e-9))
  return 2 ** at.plain + (most + 1) * 2 ** at.naming - 1
}

/** The highest hint at a name that holds initials. */
export const mostLoose = 2 ** at.plain - 1
