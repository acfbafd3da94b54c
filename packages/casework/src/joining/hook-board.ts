import { type CaseId, combined, type HeldKey, withMember } from './held-key.ts'
import type { Hook, JoinRule } from './rule.ts'
import { joinRules } from './rules.ts'

/** A rule with a hook that it gave. */
export interface Hung {
  readonly rule: JoinRule
  readonly hook: Hook
}

/** What hangs on which hook from which case, and which of it has changed. */
export class HookBoard {
  private readonly held = new Map<string, Map<CaseId, HeldKey>>()
  private readonly touched = new Map<string, readonly [string, CaseId]>()

  constructor(held: readonly HeldKey[]) {
    for (const key of held) this.put(key)
  }

  /** What hangs where a rule looks, by case; nothing where a hub has grown. */
  at(rule: JoinRule, key: string, subjects: readonly string[]): HeldKey[] {
    const there = this.held.get(placeOf(rule.name, key))
    return !there || isHub(rule, there, subjects) ? [] : [...there.values()]
  }

  /** Whether a case has anything on a hook. */
  has({ rule, hook }: Hung, id: CaseId): boolean {
    return this.held.get(placeOf(rule.name, hook.key))?.has(id) === true
  }

  /** Hangs a finding of a case on a hook, or its new revision in the place of the former. */
  hang({ rule, hook }: Hung, id: CaseId, subjects: readonly string[], isNew: boolean): void {
    const place = placeOf(rule.name, hook.key)
    const there = this.held.get(place)?.get(id)
    const none: HeldKey = {
      rule: rule.name,
      key: hook.key,
      label: hook.label,
      case: id,
      count: 0,
      subjects: [],
      members: [],
    }
    this.put(withMember(rule, there ?? none, hook.member, subjects, isNew || !there))
    this.touch(place, id)
  }

  /** Everything of one case hangs from another one now. */
  move(from: CaseId, into: CaseId): void {
    for (const [place, there] of this.held) {
      const moved = there.get(from)
      if (!moved) continue
      const kept = there.get(into)
      const rule = joinRules.find(({ name }) => name === moved.rule)!
      there.delete(from)
      there.set(into, kept ? combined(rule, kept, moved) : { ...moved, case: into })
      this.touch(place, into)
    }
  }

  /** What came or changed. */
  changed(): HeldKey[] {
    return [...this.touched.values()].flatMap(([place, id]) => this.held.get(place)?.get(id) ?? [])
  }

  private put(key: HeldKey): void {
    const place = placeOf(key.rule, key.key)
    const there = this.held.get(place) ?? new Map<CaseId, HeldKey>()
    there.set(key.case, key)
    this.held.set(place, there)
  }

  private touch(place: string, id: CaseId): void {
    this.touched.set(`${place} ${id}`, [place, id])
  }
}

const placeOf = (rule: string, key: string) => `${rule} ${key}`

/** Whether more different subjects than the rule allows have met this key, in whichever cases. */
function isHub(rule: JoinRule, there: ReadonlyMap<CaseId, HeldKey>, subjects: readonly string[]): boolean {
  if (rule.hub === Number.POSITIVE_INFINITY) return false
  const all = new Set(subjects)
  for (const held of there.values()) for (const subject of held.subjects) all.add(subject)
  return all.size > rule.hub
}
