import { tacticChanges, techniqueChanges, techniqueChangesSource } from './technique-versions.data.ts'

/** A technique of the knowledge at hand that a rule's tag means. */
export interface ResolvedTechnique {
  /** The code in the knowledge at hand. */
  readonly code: string
  /** `same`; `renamed` by the table of changes between versions; `parent` where only the technique above is known. */
  readonly how: 'same' | 'renamed' | 'parent'
  /** Who says that they are the same, where they are called otherwise. */
  readonly source?: string
}

/**
 * The technique that a tag means, whichever version of ATT&CK the tag and the knowledge are of: T1685 where the data still
 * says T1562.001, and the other way round.
 * @param tag `T1685`, `t1562.001`, `attack.t1685.001`
 * @param isKnown whether the knowledge at hand has a technique of this code
 * @returns undefined where nothing tells
 */
export function resolveTechnique(
  tag: string,
  isKnown: (code: string) => boolean,
): ResolvedTechnique | undefined {
  const code = /(?:^|\.)(t\d{4}(?:\.\d{3})?)$/i.exec(tag.trim())?.[1]?.toUpperCase()
  if (!code) return undefined
  if (isKnown(code)) return { code, how: 'same' }
  const source = techniqueChangesSource.name
  for (const { before, since } of techniqueChanges) {
    if (since === code && isKnown(before)) return { code: before, how: 'renamed', source }
    if (before === code && isKnown(since)) return { code: since, how: 'renamed', source }
  }
  const parent = code.slice(0, 5)
  return parent !== code && isKnown(parent) ? { code: parent, how: 'parent' } : undefined
}

/** The short name of a tactic in the knowledge at hand: `stealth` and `defense-impairment` were `defense-evasion`. */
export function resolveTactic(tag: string, isKnown: (shortName: string) => boolean): string | undefined {
  const name = tag
    .replace(/^attack\./, '')
    .replaceAll('_', '-')
    .toLowerCase()
  if (isKnown(name)) return name
  const before = tacticChanges[name]
  return before !== undefined && isKnown(before) ? before : undefined
}
