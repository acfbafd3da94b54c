import { BoundedMap } from './bounded-map.ts'

interface Crowd {
  /** Start of the present window. */
  start: number
  hosts: string[]
  /** Hosts that it usually has in a window: what it had, fading by a tenth each window. */
  usual: number
}

/** State of crowds, as plain data. */
export interface CrowdState {
  readonly first?: number
  readonly targets: readonly (readonly [string, Crowd])[]
}

/** How many hosts talk to each target in a window, against what is usual for it. */
export class TargetCrowds {
  private readonly window: number
  private readonly targets: BoundedMap<Crowd>
  private first: number | undefined

  constructor(window: number, saved: CrowdState = { targets: [] }) {
    this.window = window
    this.first = saved.first
    this.targets = new BoundedMap(50_000, structuredClone(saved.targets) as [string, Crowd][])
  }

  /** Notes that a host talked to a target. */
  note(host: string, target: string, at: number): void {
    this.first = Math.min(this.first ?? at, at)
    const start = Math.floor(at / this.window) * this.window
    const crowd = this.targets.use(target, () => ({ start, hosts: [], usual: 0 }))
    if (start > crowd.start) {
      const passed = Math.round((start - crowd.start) / this.window)
      crowd.usual = Math.max(crowd.hosts.length, crowd.usual) * 0.9 ** Math.min(100, passed - 1)
      crowd.start = start
      crowd.hosts = []
    }
    if (crowd.hosts.length < 5000 && !crowd.hosts.includes(host)) crowd.hosts.push(host)
  }

  /** Hosts that a target usually has in a window. */
  usual(target: string): number {
    return this.targets.peek(target)?.usual ?? 0
  }

  /** Windows since the first record. */
  windowsSince(at: number): number {
    return this.first === undefined ? 0 : Math.floor((at - this.first) / this.window)
  }

  snapshot(): CrowdState {
    return structuredClone({
      ...(this.first !== undefined && { first: this.first }),
      targets: this.targets.entries(),
    })
  }
}
