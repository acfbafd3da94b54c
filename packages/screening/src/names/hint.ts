import type { NameOf } from '@cordon/text'
import { mayBeInitials } from './align.ts'
import type { CompiledName } from './compiled-name.ts'
import { isAbd } from './meet.ts'
import { leading } from './term.ts'

/**
 * What a bound needs to know of a listed name, in 31 bits that lie beside each of its postings, so that most names are
 * passed over without being looked at. From above: whether it can meet others word by word only; the weight of its
 * proper and generic words, rounded down; its proper words, at least; the weight of its other words, rounded up; how
 * many initials it holds; whether it may hold some written together, or a form of Abd; whether all is open; its sort.
 */
const bits = {
  sort: 2,
  open: 1,
  abd: 1,
  abbreviates: 1,
  initials: 2,
  light: 7,
  proper: 3,
  naming: 13,
} as const
const open = bits.sort
const abd = open + bits.open
const abbreviates = abd + bits.abd
const initials = abbreviates + bits.abbreviates
const light = initials + bits.initials
const proper = light + bits.light
const naming = proper + bits.proper
const plain = naming + bits.naming
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
  const outline = { naming: 0, light: 0, proper: 0, initials: 0, abbreviates: false, abd: false }
  for (const term of terms) {
    if (term.kind === 'word' || term.kind === 'generic') outline.naming += term.weight
    else outline.light += term.weight
    if (term.kind === 'word') outline.proper++
    else if (term.kind === 'initial') outline.initials++
    if (mayBeInitials(term)) outline.abbreviates = true
    if (leading.has(term.kind) && isAbd(term)) outline.abd = true
  }
  return outline
}

/** Hints at a name. */
export function hintOf(name: CompiledName, nameOf: NameOf | undefined): number {
  const outline = outlineOf(name)
  const lightSteps = Math.ceil(outline.light * steps - 1e-9)
  // What does not fit is left open.
  const isOpen = outline.initials >= 2 ** bits.initials || lightSteps >= 2 ** bits.light
  const isPlain = !isOpen && !outline.abd && !outline.abbreviates && outline.initials === 0
  return (
    sorts.indexOf(nameOf) |
    (Number(isOpen) << open) |
    (Number(outline.abd) << abd) |
    (Number(outline.abbreviates) << abbreviates) |
    (Math.min(outline.initials, 2 ** bits.initials - 1) << initials) |
    (Math.min(lightSteps, 2 ** bits.light - 1) << light) |
    (Math.min(outline.proper, 2 ** bits.proper - 1) << proper) |
    (Math.min(Math.floor(outline.naming * steps + 1e-9), 2 ** bits.naming - 1) << naming) |
    (Number(isPlain) << plain)
  )
}

/** The bit of a hint's sort. */
export function sortBit(hint: number): number {
  return 1 << (hint & (2 ** bits.sort - 1))
}

/** Whether nothing is known of what the name leaves unmet. */
export function isOpen(hint: number): boolean {
  return (hint & (1 << open)) !== 0
}

/** Whether one of the forms of Abd leads to the name: they all meet each other. */
export function isOfAbd(hint: number): boolean {
  return (hint & (1 << abd)) !== 0
}

/** Whether the name holds a word that may be several initials written together. */
export function isAbbreviating(hint: number): boolean {
  return (hint & (1 << abbreviates)) !== 0
}

/** How many initials the name holds. */
export function initialsIn(hint: number): number {
  return (hint >>> initials) & (2 ** bits.initials - 1)
}

/** At least how many proper words it has; fewer than two only if it has fewer. */
export function properIn(hint: number): number {
  return (hint >>> proper) & (2 ** bits.proper - 1)
}

/** At most the weight of its proper and generic words. */
export function namingIn(hint: number): number {
  return ((hint >>> naming) & (2 ** bits.naming - 1)) / steps
}

/** At least the weight of all its words. */
export function weightIn(hint: number): number {
  return namingIn(hint) + (1 + ((hint >>> light) & (2 ** bits.light - 1))) / steps
}

/** The highest hint at a name that is not plain, or whose proper and generic words weigh at most this. */
export function mostHint(weight: number): number {
  const most = Math.min(2 ** bits.naming - 1, Math.floor(weight * steps + 1e-9))
  return 2 ** plain + (most + 1) * 2 ** naming - 1
}

/** The highest hint at a name that is not plain. */
export const mostLoose = 2 ** plain - 1
