import type { Instant, Ref, Severity, WatchName } from '@cordon/model'
import type { DrillDoor } from './drill-form.ts'

/** A finding as a drill shows it. */
export interface ToldFinding {
  readonly id: string
  readonly door: DrillDoor
  readonly watch: WatchName
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  /** When it was first told, in the operation's time. */
  readonly toldAt: Instant
  readonly statement: string
  /** The strongest reasons, a sentence each. */
  readonly reasons: readonly string[]
  readonly subjects: readonly Ref[]
  /** The case that it ended in, by its number in the drill. */
  readonly case: number
  /** The expectation that it meets. */
  readonly expected?: string
}

/** What came of one expected finding. */
export interface ExpectedResult {
  readonly id: string
  readonly step: string
  readonly title: string
  readonly rule: string
  readonly by: Instant
  readonly status: 'in-time' | 'late' | 'missed'
  /** When as many as were expected had come. */
  readonly toldAt?: Instant
  readonly findings: readonly string[]
  /** The rule that found it, where it is not the one that was named. */
  readonly foundBy?: string
  /** Why it is late or was missed. */
  readonly why?: string
}

/** A step of the operation and whether anything of it was seen. */
export interface StepResult {
  readonly id: string
  readonly title: string
  readonly at: Instant
  readonly until?: Instant
  readonly door: DrillDoor | 'none'
  readonly sources: readonly string[]
  readonly synthetic?: string
  readonly status: 'seen' | 'partly' | 'missed' | 'no-door'
  readonly why?: string
}

/** A moment of the real timeline, and how long before it the operation was first told. */
export interface MilestoneResult {
  readonly id: string
  readonly title: string
  readonly at: Instant
  readonly sources: readonly string[]
  /** The one against which it counts how early it was told. */
  readonly isLast: boolean
  /** Milliseconds from the first finding of the operation to it; negative where the finding came after. */
  readonly lead?: number
}

/** A case in which the drill ended. */
export interface DrillCase {
  readonly number: number
  readonly title: string
  readonly severity: Severity
  readonly words: string
  readonly doors: readonly DrillDoor[]
  readonly findings: readonly {
    readonly id: string
    readonly joins: readonly { readonly rule: string; readonly words: string }[]
    /** It came of the ordinary traffic. */
    readonly isOrdinary: boolean
  }[]
}

/** An expected case. */
export interface ExpectedCase {
  readonly title: string
  readonly joins: readonly string[]
  readonly status: 'joined' | 'apart' | 'missed'
  /** Numbers of the cases in which its findings stand. */
  readonly cases: readonly number[]
}

/** What a door ran with. */
export interface DoorReport {
  readonly door: DrillDoor
  readonly ordinary: number
  readonly operation: number
  /** Whose rules, in words. */
  readonly rules: string
}

/** What came of a drill. */
export interface DrillResult {
  readonly drill: { readonly id: string; readonly title: string; readonly version: string }
  readonly against: {
    readonly name: string
    readonly isOwn: boolean
    /** Rules that could not be read or compiled; the rest ran. */
    readonly rejects: readonly { readonly where: string; readonly reason: string }[]
  }
  readonly outcome: 'seen' | 'partly' | 'missed'
  readonly from: Instant
  readonly until: Instant
  readonly firstTold?: { readonly at: Instant; readonly finding: string }
  /** From the operation's first record to the first finding, milliseconds. */
  readonly timeToFirst?: number
  readonly doors: readonly DoorReport[]
  readonly expected: readonly ExpectedResult[]
  readonly steps: readonly StepResult[]
  readonly milestones: readonly MilestoneResult[]
  readonly cases: readonly DrillCase[]
  readonly expectedCases: readonly ExpectedCase[]
  /** Findings of the operation, in the order in which they were told. */
  readonly findings: readonly ToldFinding[]
  /** Findings that the ordinary traffic gives by itself. */
  readonly falseAlarms: {
    readonly count: number
    readonly byRule: readonly { readonly rule: string; readonly title: string; readonly count: number }[]
  }
  /** SHA-256 of all the rest as canonical JSON: the same drill on the same rules gives the same. */
  readonly digest: string
}
