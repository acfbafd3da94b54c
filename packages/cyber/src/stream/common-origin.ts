import { addText, BoundedMap } from './bounded-map.ts'
import type { CommonOriginLogic, StreamDetection, StreamRule } from './stream-rule.ts'
import { type CrowdState, TargetCrowds } from './target-crowds.ts'

interface Fetch {
  origin: string
  at: number
}

interface OriginState {
  /** Hosts that fetched there, and when last. */
  fetched: [string, number][]
  /** Hosts that did the later step, by its target (''  where there is none), when and where. */
  did: Record<string, { host: string; at: number; place: string }[]>
  told: Record<string, { start: number; hosts: number; revision: number }>
}

/** State of a common-origin rule, as plain data. */
export interface CommonOriginState {
  readonly hosts: readonly (readonly [string, Fetch[]])[]
  readonly origins: readonly (readonly [string, OriginState])[]
  readonly crowds: CrowdState
}

const mostHosts = 50_000
const mostOrigins = 20_000
const originsOfHost = 64
/** Hosts that are named: as many as a case takes. */
const mostMembers = 50
const hostsOfOrigin = 5000
/** Targets of one origin that are followed at a time: the oldest go. */
const targetsOfOrigin = 200

/** Many hosts do one thing at once, and had fetched from one place before. */
export class CommonOrigin {
  private readonly rule: StreamRule
  private readonly logic: CommonOriginLogic
  private readonly hosts: BoundedMap<Fetch[]>
  private readonly origins: BoundedMap<OriginState>
  private readonly crowds: TargetCrowds

  constructor(
    rule: StreamRule,
    logic: CommonOriginLogic,
    saved: CommonOriginState = { hosts: [], origins: [], crowds: { targets: [] } },
  ) {
    this.rule = rule
    this.logic = logic
    this.hosts = new BoundedMap(mostHosts, structuredClone(saved.hosts) as [string, Fetch[]][])
    this.origins = new BoundedMap(mostOrigins, structuredClone(saved.origins) as [string, OriginState][])
    this.crowds = new TargetCrowds(logic.window, saved.crowds)
  }

  fetched(host: string, origin: string, at: number): void {
    const fetches = this.hosts.use(host, () => [])
    const before = fetches.findIndex((one) => one.origin === origin)
    if (before >= 0) fetches.splice(before, 1)
    fetches.push({ origin, at })
    if (fetches.length > originsOfHost) fetches.shift()
    const state = this.origins.use(origin, () => ({ fetched: [], did: {}, told: {} }))
    const known = state.fetched.find(([one]) => one === host)
    if (known) known[1] = Math.max(known[1], at)
    else if (state.fetched.length < hostsOfOrigin) state.fetched.push([host, at])
  }

  did(host: string, target: string, at: number, place: string): StreamDetection[] {
    const found: StreamDetection[] = []
    if (target !== '') this.crowds.note(host, target, at)
    if (this.crowds.windowsSince(at) < this.logic.warmUp) return found
    for (const { origin, at: before } of this.hosts.peek(host) ?? []) {
      if (at < before || at - before > this.logic.within || origin === target) continue
      const state = this.origins.peek(origin)
      if (!state) continue
      const did = (state.did[target] ?? []).filter((one) => one.at >= at - this.logic.window)
      state.did[target] = did
      trim(state)
      if (did.some((one) => one.host === host) || did.length >= hostsOfOrigin) continue
      did.push({ host, at, place })
      const detection = this.judge(origin, target, state, at)
      if (detection) found.push(detection)
    }
    return found
  }

  snapshot(): CommonOriginState {
    return structuredClone({
      hosts: this.hosts.entries(),
      origins: this.origins.entries(),
      crowds: this.crowds.snapshot(),
    })
  }

  private judge(origin: string, target: string, state: OriginState, at: number): StreamDetection | undefined {
    const { minHosts, minShare, within, window, factor } = this.logic
    const did = state.did[target]!
    const hosts = did.length
    const fetched = state.fetched.filter(([, when]) => at - when <= within + window).length
    const share = fetched === 0 ? 0 : Math.min(1, hosts / fetched)
    const usual = target === '' ? 0 : this.crowds.usual(target)
    if (hosts < minHosts || share < minShare || hosts < usual * factor) return undefined
    const before = state.told[target]
    const told = before && did[0]!.at <= before.start + window ? before : undefined
    // Told when it begins, and again each time it has doubled.
    if (told && hosts < 2 * told.hosts) return undefined
    const now = told
      ? { ...told, hosts, revision: told.revision + 1 }
      : { start: did[0]!.at, hosts, revision: 1 }
    state.told[target] = now
    const members: string[] = []
    for (const one of did) addText(members, one.host, mostMembers)
    const minutes = Math.max(1, Math.round((at - did[0]!.at) / 60_000))
    const what = target === '' ? 'did it' : `talked to ${target}`
    return {
      rule: this.rule,
      key: target === '' ? origin : `${origin} ${target}`,
      revision: now.revision,
      start: now.start,
      end: at,
      measures: {
        hosts,
        fetched,
        share: Math.round(share * 100) / 100,
        ...(target !== '' && { usual: Math.round(usual * 10) / 10 }),
      },
      members,
      places: did.slice(0, 5).map((one) => one.place),
      statement: `${this.rule.title}: ${hosts} of the ${fetched} hosts that ${origin} had served ${what} within ${minutes} min.`,
    }
  }
}

function trim({ did, told }: OriginState): void {
  const targets = Object.keys(did)
  for (const target of targets.slice(0, Math.max(0, targets.length - targetsOfOrigin))) {
    delete did[target]
    delete told[target]
  }
}
