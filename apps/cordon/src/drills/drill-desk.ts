import { randomUUID } from 'node:crypto'
import { CordonError, type Instant } from '@cordon/model'
import type { Drill } from './drill-form.ts'
import type { DrillKnowledge } from './drill-knowledge.ts'
import type { DrillResult } from './drill-result.ts'
import type { Told } from './judge-drill.ts'
import { type DrillProgress, runDrill } from './run-drill.ts'

/** A finding as it comes, while the drill runs. */
export interface LiveFinding {
  readonly id: string
  readonly door: Told['door']
  readonly title: string
  readonly severity: string
  readonly statement: string
  readonly toldAt: Instant
}

/** How a run of a drill stands. */
export interface LiveRun {
  readonly id: string
  readonly drill: string
  readonly against: string
  readonly state: 'running' | 'paused' | 'done' | 'failed' | 'stopped'
  readonly part: DrillProgress['part']
  readonly records: number
  readonly of: number
  readonly now?: Instant
  readonly from?: Instant
  readonly until?: Instant
  /** Seconds of the operation in one second; 0: as fast as it goes. */
  readonly speed: number
  readonly told: readonly LiveFinding[]
  /** Number of the kept run, when it has ended. */
  readonly run?: number
  readonly fault?: string
}

/** What a run needs to know when it has ended. */
export type Keep = (result: DrillResult) => Promise<{ readonly no: number }>

/** What a person changes of a run. */
export interface PaceChange {
  readonly speed?: number | undefined
  readonly paused?: boolean | undefined
  readonly stop?: boolean | undefined
}

/** Milliseconds of work after which others get their turn. */
const turn = 12
/** Runs that are remembered after their end. */
const remembered = 20

/** The drills that run in a server: one at a time, each at the pace that a person sets. */
export class DrillDesk {
  private readonly runs = new Map<string, Run>()

  /** The run that is on, if one is. */
  get active(): LiveRun | undefined {
    return [...this.runs.values()].find(({ isOn }) => isOn)?.view
  }

  /** @returns undefined for a run that nobody knows any more */
  get(id: string): LiveRun | undefined {
    return this.runs.get(id)?.view
  }

  /**
   * Begins a drill.
   * @throws CordonError CORDON_DRILL_RUNNING where one is on
   */
  start(drill: Drill, knowledge: DrillKnowledge, speed: number, keep: Keep): LiveRun {
    const { active } = this
    if (active)
      throw new CordonError({
        code: 'CORDON_DRILL_RUNNING',
        expected: 'no drill that is on',
        found: `${active.drill}, run ${active.id}`,
        where: 'drills',
        remedy: 'Wait for its end, or stop it.',
      })
    const run = new Run(drill, knowledge, speed, keep)
    this.runs.set(run.view.id, run)
    for (const id of this.runs.keys()) if (this.runs.size > remembered) this.runs.delete(id)
    void run.go()
    return run.view
  }

  /** Changes the pace of a run, halts it, lets it go on, or ends it. */
  pace(id: string, change: PaceChange): LiveRun | undefined {
    const run = this.runs.get(id)
    run?.pace(change)
    return run?.view
  }

  /** Ends what is on. */
  stop(): void {
    for (const run of this.runs.values()) run.pace({ stop: true })
  }
}

class Run {
  view: LiveRun
  private readonly drill: Drill
  private readonly knowledge: DrillKnowledge
  private readonly keep: Keep
  private isStopped = false
  /** From where the pace is counted: a moment of the operation and one of the wall clock. */
  private anchor: { readonly at: Instant; readonly wall: number } | undefined

  constructor(drill: Drill, knowledge: DrillKnowledge, speed: number, keep: Keep) {
    this.drill = drill
    this.knowledge = knowledge
    this.keep = keep
    this.view = {
      id: randomUUID(),
      drill: drill.id,
      against: knowledge.name,
      state: 'running',
      part: 'ordinary',
      records: 0,
      of: 0,
      speed,
      told: [],
    }
  }

  get isOn(): boolean {
    return this.view.state === 'running' || this.view.state === 'paused'
  }

  pace({ speed, paused, stop }: PaceChange): void {
    if (!this.isOn) return
    if (stop) this.isStopped = true
    this.anchor = undefined
    this.view = {
      ...this.view,
      ...(speed !== undefined && { speed }),
      ...(paused !== undefined && { state: paused ? 'paused' : 'running' }),
    }
  }

  async go(): Promise<void> {
    try {
      const run = runDrill(this.drill, this.knowledge, { slice: 20 })
      let step = await run.next()
      let begun = performance.now()
      while (!step.done) {
        this.note(step.value)
        await this.wait()
        if (this.isStopped) {
          this.view = { ...this.view, state: 'stopped' }
          return
        }
        if (performance.now() - begun > turn) {
          await later(0)
          begun = performance.now()
        }
        step = await run.next()
      }
      const { no } = await this.keep(step.value)
      this.view = { ...this.view, state: 'done', run: no }
    } catch (error) {
      this.view = { ...this.view, state: 'failed', fault: (error as Error).message }
    }
  }

  private note({ part, records, of, now, from, until, told }: DrillProgress): void {
    const fresh = told.map(({ door, finding, toldAt }) => ({
      id: finding.id,
      door,
      title: this.knowledge.titles.get(finding.rule) ?? finding.rule,
      severity: finding.severity,
      statement: finding.statement,
      toldAt,
    }))
    const all = fresh.length === 0 ? this.view.told : [...this.view.told, ...fresh].slice(-500)
    this.view = { ...this.view, part, records, of, now, from, until, told: all }
  }

  /** Waits until the operation's time is due, for as long as the run is halted, and no longer than a person watches. */
  private async wait(): Promise<void> {
    for (;;) {
      if (this.isStopped) return
      const { state, speed, part, now } = this.view
      if (state === 'paused') {
        await later(50)
        continue
      }
      if (speed === 0 || part === 'ordinary' || now === undefined) return
      this.anchor ??= { at: now, wall: performance.now() }
      const due = this.anchor.wall + (now - this.anchor.at) / speed
      const left = due - performance.now()
      if (left <= 0) return
      await later(Math.min(50, left))
    }
  }
}

const later = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms))
