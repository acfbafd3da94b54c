/**
 * What a bound needs to know of a listed name, in one number that lies beside each of its postings, so that most names
 * are passed over without being looked up: their leading weight rounded down, their whole weight rounded up, how many
 * words initials may meet, and whether any of its words may be initials itself.
 */

/** Steps of weight. */
const step = 1 / 64
const mostLeading = 0x3ff
const mostWeight = 0xfff
const mostInitials = 0xf

/** Packs an outline. */
export function packOutline(outline: {
  readonly weight: number
  readonly leadingWeight: number
  readonly initials: number
  readonly mayAbbreviate: boolean
}): number {
  const leading = Math.min(mostLeading, Math.floor(outline.leadingWeight / step + 1e-9))
  const weight = Math.min(mostWeight, Math.ceil(outline.weight / step - 1e-9))
  const free = outline.mayAbbreviate || outline.initials > mostInitials
  return leading | (weight << 10) | (Math.min(mostInitials, outline.initials) << 22) | (free ? 1 << 26 : 0)
}

/** At most the weight of the words that lead to the name. */
export function leadingOf(outline: number): number {
  return (outline & mostLeading) * step
}

/** At least the weight of all its words. */
export function weightIn(outline: number): number {
  const steps = (outline >>> 10) & mostWeight
  return steps === mostWeight ? Infinity : steps * step
}

/** How many of its words an initial of another name may meet, or may meet one. */
export function initialsOf(outline: number): number {
  return (outline >>> 22) & mostInitials
}

/** Whether its words may be met by initials in ways that no weight tells: nothing is known of what is unmet. */
export function isFree(outline: number): boolean {
  return (outline & (1 << 26)) !== 0
}

/** Whether the words that lead to the name weigh too much to be passed over lightly: no initials, nothing free. */
export function isPlain(outline: number): boolean {
  return outline >>> 22 === 0
}
