import { BoundedMap } from './bounded-map.ts'
import type { SomeOfLogic, StreamDetection, StreamRule } from './stream-rule.ts'

interface SomeState {
  seen: Record<string, { at: number; place: string }>
  told?: { start: number; count: number; revision: number }
}

/** State of a some-of rule, as plain data. */
export type SomeOfState = readonly (readonly [string, SomeState])[]

/** So many of several things on one host in one window. */
export class SomeOf {
  private readonly rule: StreamRule
  private readonly logic: SomeOfLogic
  private readonly keys: BoundedMap<SomeState>

  constructor(rule: StreamRule, logic: SomeOfLogic, saved: SomeOfState = []) {
    this.rule = rule
    this.logic = logic
    this.keys = new BoundedMap(50_000, structuredClone(saved) as [string, SomeState][])
  }

  observe(key: string, selection: string, at: number, place: string): StreamDetection | undefined {
    const state = this.keys.use(key, () => ({ seen: {} }))
    const before = state.seen[selection]
    if (!before || before.at < at) state.seen[selection] = { at, place }
    const latest = Math.max(...Object.values(state.seen).map((one) => one.at))
    for (const [name, one] of Object.entries(state.seen))
      if (latest - one.at > this.logic.window) delete state.seen[name]
    const found = Object.entries(state.seen).sort(([, a], [, b]) => a.at - b.at)
    const [first] = found
    if (!first || found.length < this.logic.atLeast) return undefined
    const goesOn = state.told && first[1].at <= state.told.start + this.logic.window ? state.told : undefined
    if (goesOn && found.length <= goesOn.count) return undefined
    state.told = goesOn
      ? { ...goesOn, count: found.length, revision: goesOn.revision + 1 }
      : { start: first[1].at, count: found.length, revision: 1 }
    const names = found.map(([name]) => name)
    return {
      rule: this.rule,
      key,
      revision: state.told.revision,
      start: state.told.start,
      end: latest,
      measures: { kinds: names.length, of: this.rule.selections.size },
      members: names,
      places: found.map(([, one]) => one.place),
      statement: `${this.rule.title}: ${names.length} of ${this.rule.selections.size} signs on ${key || 'one host'}: ${names.map((name) => name.replaceAll('_', ' ')).join(', ')}.`,
    }
  }

  snapshot(): SomeOfState {
    return structuredClone(this.keys.entries())
  }
}
