import type { Evidence, Instant, Ref } from '@cordon/model'

/** A record that met a rule, as a group of them keeps it. */
export interface Sample {
  readonly where: string
  readonly time?: Instant
  /** Fields that met the rule. */
  readonly evidence: readonly Evidence[]
  /** The record, shortened. */
  readonly quote: string
}

/** Records of one subject that met one rule on one day, as plain data. */
export interface Group {
  readonly rule: string
  readonly subject: Ref
  /** Start of the UTC day; -1 where records say no time. */
  readonly day: Instant
  count: number
  first: Instant
  last: Instant
  /** The first few. */
  readonly samples: Sample[]
  /** Count at which it was last told. */
  told: number
}

/** Records that a group keeps. */
export const mostSamples = 5
const dayMs = 86_400_000

/** The groups that are open, by rule, subject and day. */
export class Groups {
  private readonly open = new Map<string, Group>()
  private readonly most: number

  /** @param most groups open at once; beyond it the oldest is closed */
  constructor(most = 200_000) {
    this.most = most
  }

  /** The group of a match, made where it is new; and the one that had to be closed for it. */
  of(rule: string, subject: Ref, time: Instant | undefined): { group: Group; closed?: Group } {
    const day = time === undefined ? -1 : Math.floor(time / dayMs) * dayMs
    const key = `${day}\0${rule}\0${subject.kind}\0${subject.id}`
    const known = this.open.get(key)
    if (known) return { group: known }
    let closed: Group | undefined
    if (this.open.size >= this.most) {
      const [oldest] = this.open
      this.open.delete(oldest![0])
      closed = oldest![1]
    }
    const at = time ?? -1
    const group: Group = { rule, subject, day, count: 0, first: at, last: at, samples: [], told: 0 }
    this.open.set(key, group)
    return closed ? { group, closed } : { group }
  }

  /** Takes out the groups whose day ended before the watermark. */
  close(watermark: Instant): Group[] {
    const closed: Group[] = []
    for (const [key, group] of this.open) {
      const end = group.day === -1 ? Number.MAX_SAFE_INTEGER : group.day + dayMs
      if (end > watermark) continue
      this.open.delete(key)
      closed.push(group)
    }
    return closed
  }

  snapshot(): Group[] {
    return structuredClone([...this.open.values()])
  }

  restore(groups: readonly Group[]): void {
    for (const group of groups) {
      const { day, rule, subject } = group
      this.open.set(`${day}\0${rule}\0${subject.kind}\0${subject.id}`, structuredClone(group))
    }
  }
}
