/** A directed edge between two names. */
export interface Edge {
  readonly from: string
  readonly to: string
}

/** Up to so many edges in and between cycles, the last of a cycle in the order given is the one that closes it. */
const fewEnough = 1_000

/**
 * Edges without which there is no cycle. What leads into no cycle and out of none is peeled off first, so that long chains cost no more
 * than their length; of very large tangles the edges are those that a walk in depth finds leading back.
 * @returns places in the list
 */
export function closingEdges(edges: readonly Edge[]): Set<number> {
  const refused = new Set<number>()
  const loose: number[] = []
  edges.forEach(({ from, to }, i) => {
    if (from === to) refused.add(i)
    else loose.push(i)
  })
  const tangled = peeled(edges, loose)
  const found = tangled.length <= fewEnough ? lastOfEach(edges, tangled) : leadingBack(edges, tangled)
  for (const i of found) refused.add(i)
  return refused
}

/** Edges that are left when, again and again, names without an edge in or without one out are taken away. */
function peeled(edges: readonly Edge[], places: readonly number[]): number[] {
  const touching = new Map<string, number[]>()
  const degrees = new Map<string, { in: number; out: number }>()
  const at = (name: string) => {
    const known = degrees.get(name)
    if (known) return known
    const fresh = { in: 0, out: 0 }
    degrees.set(name, fresh)
    touching.set(name, [])
    return fresh
  }
  for (const i of places) {
    const { from, to } = edges[i]!
    at(from).out++
    at(to).in++
    touching.get(from)!.push(i)
    touching.get(to)!.push(i)
  }
  const gone = new Set<number>()
  const open = [...degrees].filter(([, { in: into, out }]) => into === 0 || out === 0).map(([name]) => name)
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const i of touching.get(name)!) {
      if (gone.has(i)) continue
      gone.add(i)
      const { from, to } = edges[i]!
      if (--at(from).out === 0) open.push(from)
      if (--at(to).in === 0) open.push(to)
    }
  return places.filter((i) => !gone.has(i))
}

function lastOfEach(edges: readonly Edge[], places: readonly number[]): number[] {
  const next = new Map<string, string[]>()
  return places.filter((i) => {
    const { from, to } = edges[i]!
    if (reaches(next, to, from)) return true
    const targets = next.get(from)
    if (targets) targets.push(to)
    else next.set(from, [to])
    return false
  })
}

function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>([from])
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true
    for (const one of next.get(at) ?? []) {
      if (seen.has(one)) continue
      seen.add(one)
      open.push(one)
    }
  }
  return false
}

function leadingBack(edges: readonly Edge[], places: readonly number[]): number[] {
  const out = new Map<string, number[]>()
  for (const i of places) {
    const { from } = edges[i]!
    const some = out.get(from)
    if (some) some.push(i)
    else out.set(from, [i])
  }
  const state = new Map<string, 'open' | 'done'>()
  const back: number[] = []
  for (const start of out.keys()) {
    if (state.has(start)) continue
    state.set(start, 'open')
    const stack = [{ name: start, at: 0 }]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const i = out.get(top.name)?.[top.at++]
      if (i === undefined) {
        state.set(top.name, 'done')
        stack.pop()
        continue
      }
      const { to } = edges[i]!
      if (state.get(to) === 'open') back.push(i)
      else if (!state.has(to)) {
        state.set(to, 'open')
        stack.push({ name: to, at: 0 })
      }
    }
  }
  return back
}
