import type { Evidence, Finding, Instant, Ref, Watch } from '@cordon/model'
import type { LogRecord } from '../records/record.ts'
import type { RecordMatch } from '../records/record-match.ts'
import {
  CorrelationEngine,
  type CorrelationHit,
  type CorrelationState,
  type RisingEvent,
} from '../sigma/correlation.ts'
import { type CompiledRule, explain } from '../sigma/engine.ts'
import { type SigmaHeader, sigmaLevels } from '../sigma/rule.ts'
import { StreamEngine, type StreamState } from '../stream/stream-engine.ts'
import type { StreamDetection } from '../stream/stream-rule.ts'
import { correlationFinding, groupFinding, type RuleView, sigmaView, streamFinding } from './findings.ts'
import { type Group, Groups, mostSamples } from './groups.ts'
import type { CyberKnowledge } from './knowledge.ts'
import { quote } from './quote.ts'
import { SiteFilter } from './site-tuning.ts'

/** What the watch keeps between two batches, as plain data. */
export interface CyberState {
  readonly groups: readonly Group[]
  readonly correlations: CorrelationState
  readonly streams: StreamState
  /** Events that wait to be put in order of time. */
  readonly waiting: readonly RisingEvent[]
  /** What matchers said of rules of which groups are open. */
  readonly matched: readonly RuleView[]
  /** What matchers keep, by the name that they give it; absent in states from before there was any. */
  readonly matchers?: Readonly<Record<string, unknown>>
}

/** How the watch runs. */
export interface CyberOptions {
  /**
   * Inputs stand one after the other and not in order of time (many files): what is correlated is put in order first, and
   * taken when time moves on or the end comes.
   */
  readonly isBatch?: boolean
}

/** Events that wait at most; then the oldest half is taken. */
const mostWaiting = 400_000

/**
 * The watch over networks: log records in, findings out. A rule that a host met is one finding a day, which grows with its
 * records; a correlation is one an episode. Rules that a site expects are set aside and counted.
 */
export class CyberWatch implements Watch<LogRecord, CyberKnowledge, CyberState> {
  readonly name = 'cyber'
  private readonly options: CyberOptions
  private known!: CyberKnowledge
  private correlations!: CorrelationEngine
  private streams!: StreamEngine
  private site!: SiteFilter
  private groups = new Groups()
  private waiting: RisingEvent[] = []
  private readonly views = new Map<string, RuleView>()
  private silent: ReadonlySet<string> = new Set()
  private least = 0

  constructor(options: CyberOptions = {}) {
    this.options = options
  }

  /** Correlations that could not be set up, each by a named error. */
  get rejects() {
    return [...this.correlations.rejects, ...this.streams.rejects]
  }

  /** Matches that the site's tuning set aside, by rule. */
  get setAside(): ReadonlyMap<string, number> {
    return this.site.setAside
  }

  partitionKey({ host, account }: LogRecord): string {
    return host ?? account ?? ''
  }

  start(known: CyberKnowledge, saved?: CyberState): void {
    this.take(known, saved?.streams)
    this.restoreMatchers(saved?.matchers)
    if (!saved) return
    this.groups.restore(saved.groups)
    this.correlations.restore(saved.correlations)
    this.waiting = structuredClone([...saved.waiting])
    for (const view of saved.matched) this.views.set(view.id, view)
  }

  /** New rules are for the records that come from now on; what is open goes on under its rule. */
  learn(known: CyberKnowledge): Iterable<Finding> {
    const state = this.correlations.snapshot()
    const isSame = sameCorrelations(known, this.known)
    const kept = structuredClone(this.matcherStates())
    this.take(known, this.streams.snapshot())
    this.restoreMatchers(kept)
    if (isSame) this.correlations.restore(state)
    return []
  }

  *observe(batch: readonly LogRecord[]): Iterable<Finding> {
    for (const record of batch) {
      const met = this.known.engine.match(record)
      if (met.length > 0) yield* this.judge(met, record)
      if (this.known.streams.length > 0) yield* this.tellStreams(this.streams.observe(record))
      for (const matcher of this.known.matchers)
        for (const match of matcher.match(record))
          yield* this.add(this.matchView(match), record, () => match.evidence)
    }
    if (this.waiting.length > mostWaiting) yield* this.correlate(mostWaiting / 2)
  }

  *advance(watermark: Instant): Iterable<Finding> {
    if (this.options.isBatch) yield* this.correlate(this.waiting.length)
    yield* this.tell(this.correlations.advance(watermark))
    this.streams.advance(watermark)
    for (const group of this.groups.close(watermark)) yield* this.finding(group, true)
  }

  snapshot(): CyberState {
    const groups = this.groups.snapshot()
    const rules = new Set(groups.map(({ rule }) => rule))
    return {
      groups,
      correlations: this.correlations.snapshot(),
      streams: structuredClone(this.streams.snapshot()),
      waiting: this.waiting,
      matched: [...this.views.values()].filter(({ id }) => rules.has(id)),
      matchers: this.matcherStates(),
    }
  }

  private matcherStates(): Record<string, unknown> {
    return Object.fromEntries(
      this.known.matchers.flatMap((one) => (one.keeps && one.snapshot ? [[one.keeps, one.snapshot()]] : [])),
    )
  }

  private restoreMatchers(states: CyberState['matchers'] = {}): void {
    for (const one of this.known.matchers)
      if (one.keeps !== undefined) one.restore?.(structuredClone(states[one.keeps]))
  }

  private take(known: CyberKnowledge, streams: StreamState = {}): void {
    this.known = known
    const rules = known.engine.rules.map(({ rule }) => rule)
    this.correlations = new CorrelationEngine(known.correlations, rules)
    this.streams = new StreamEngine(known.streams, structuredClone(streams))
    this.silent = this.correlations.silentRules()
    this.site = new SiteFilter(known.tuning, known.knownFalsePositives)
    this.least = sigmaLevels.indexOf(known.level)
    for (const rule of [...rules, ...known.correlations, ...known.streams])
      this.views.set(rule.id, sigmaView(rule, this.site.levelOf(rule)))
  }

  private *judge(met: readonly CompiledRule[], record: LogRecord): Iterable<Finding> {
    const accepted = met.filter(({ rule }) => !this.site.isExpected(rule, record))
    if (accepted.length === 0) return
    const rising = this.correlations.rising(
      record,
      accepted.map(({ rule }) => rule),
    )
    if (rising.length > 0)
      if (this.options.isBatch) this.waiting.push(...rising)
      else yield* this.tell(this.correlations.take(rising))
    for (const compiled of accepted) {
      const { rule } = compiled
      if (this.silent.has(rule.id) || !this.isTold(rule)) continue
      yield* this.add(this.views.get(rule.id)!, record, () => reasons(compiled, record))
    }
  }

  private *add(view: RuleView, record: LogRecord, evidence: () => readonly Evidence[]): Iterable<Finding> {
    const { group, closed } = this.groups.of(view.id, subjectOf(record), record.time)
    if (closed) yield* this.finding(closed, true)
    group.count++
    const { time } = record
    if (time !== undefined) {
      group.first = Math.min(group.first, time)
      group.last = Math.max(group.last, time)
    }
    if (group.samples.length < mostSamples) {
      const found = evidence()
      group.samples.push({
        where: record.where,
        ...(time !== undefined && { time }),
        evidence: found,
        quote: quote(
          record,
          found.map(({ feature }) => feature),
        ),
      })
    }
    // Told at once, then whenever it has doubled: what goes on for hours is not told for each record.
    if (group.count >= 2 * group.told) yield* this.finding(group, false)
  }

  private *finding(group: Group, isClosed: boolean): Iterable<Finding> {
    group.told = group.count
    const view = this.views.get(group.rule)
    if (view) yield groupFinding(group, view, this.known.versions, isClosed)
  }

  private *correlate(count: number): Iterable<Finding> {
    if (count === 0) return
    this.waiting.sort((a, b) => a.time - b.time)
    yield* this.tell(this.correlations.take(this.waiting.splice(0, count)))
  }

  private *tell(hits: readonly CorrelationHit[]): Iterable<Finding> {
    for (const hit of hits)
      if (this.isTold(hit.correlation))
        yield correlationFinding(hit, this.views.get(hit.correlation.id)!, this.known.versions)
  }

  private *tellStreams(detections: readonly StreamDetection[]): Iterable<Finding> {
    for (const one of detections)
      if (this.isTold(one.rule)) yield streamFinding(one, this.views.get(one.rule.id)!, this.known.versions)
  }

  private isTold(rule: SigmaHeader): boolean {
    return sigmaLevels.indexOf(this.site.levelOf(rule)) >= this.least
  }

  private matchView(match: RecordMatch): RuleView {
    let view = this.views.get(match.rule)
    if (!view) {
      view = {
        id: match.rule,
        version: match.ruleVersion,
        title: match.title,
        severity: match.severity,
        score: match.score,
        matches: match.matches,
        tags: match.tags,
        falsePositives: [],
        marking: match.marking ?? 'TLP:AMBER',
      }
      this.views.set(match.rule, view)
    }
    return view
  }
}

/** The host a record is of, else the account. */
function subjectOf({ host, account }: LogRecord): Ref {
  if (host !== undefined) return { kind: 'host', id: host, label: host }
  const id = account ?? 'unknown'
  return account === undefined ? { kind: 'host', id, label: id } : { kind: 'account', id, label: id }
}

function reasons(compiled: CompiledRule, record: LogRecord): Evidence[] {
  const found = explain(compiled, record)
  const share = found.length > 0 ? 1 / found.length : 0
  return found.map(({ field, value, asked }) => ({
    feature: field,
    query: value,
    candidate: asked,
    contribution: Number(share.toFixed(3)),
    detail: `${field} ${asked}.`,
  }))
}

function sameCorrelations(a: CyberKnowledge, b: CyberKnowledge): boolean {
  const ids = ({ correlations }: CyberKnowledge) =>
    correlations.map(({ id, modified }) => `${id}\0${modified}`).join()
  return ids(a) === ids(b)
}
