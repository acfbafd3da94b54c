import type { PatternRule } from '@cordon/cyber'
import type { ThreatGraph } from '@cordon/knowledge'
import type { Ref, ThreatObject } from '@cordon/model'
import { isValueChoice } from '@cordon/sources'

/** Whether an object is an indicator whose pattern is more than a choice of values, so that look-ups do not find all of it. */
export function isPatternIndicator({ type, body, revoked }: ThreatObject): boolean {
  if (type !== 'indicator' || typeof body.pattern !== 'string') return false
  return revoked === true || ((body.pattern_type ?? 'stix') === 'stix' && !isValueChoice(body.pattern))
}

/** Indicators with patterns, of each the version that was last changed; one that was taken back is none. */
export class PatternCollector {
  private readonly latest = new Map<string, ThreatObject>()

  add(object: ThreatObject): void {
    const known = this.latest.get(object.id)
    if (!known || (known.modified ?? 0) <= (object.modified ?? 0)) this.latest.set(object.id, object)
  }

  build(graph: ThreatGraph): PatternRule[] {
    return [...this.latest.values()].filter(({ revoked }) => !revoked).map((one) => ruleOf(one, graph))
  }
}

/** Things that a rule names at most. */
const mostAbout = 10

function ruleOf(
  { id, name, source, modified, marking, body }: ThreatObject,
  graph: ThreatGraph,
): PatternRule {
  const about: Ref[] = []
  const tags = phases(body)
  const related = [
    ...graph.from(id).flatMap(({ relation, to }) => (relation === 'indicates' ? [to] : [])),
    ...graph.to(id).flatMap(({ relation, from }) => (relation === 'refers-to' ? [from] : [])),
  ]
  for (const one of new Set(related)) {
    const thing = graph.get(one)
    if (!thing) continue
    if (thing.type === 'attack-pattern' && thing.code) tags.push(`attack.${thing.code.toLowerCase()}`)
    else if (about.length < mostAbout) about.push({ kind: 'stix', id: thing.id, label: thing.name })
  }
  const [from, until] = [momentOf(body.valid_from), momentOf(body.valid_until)]
  return {
    id,
    name: name === id ? String(body.pattern).slice(0, 80) : name,
    pattern: String(body.pattern),
    source,
    ...(modified !== undefined && { version: new Date(modified).toISOString() }),
    about,
    tags,
    ...(from !== undefined && { validFrom: from }),
    ...(until !== undefined && { validUntil: until }),
    ...(typeof body.confidence === 'number' && {
      confidence: Math.min(1, Math.max(0, body.confidence / 100)),
    }),
    ...(marking && { marking }),
  }
}

function phases(body: ThreatObject['body']): string[] {
  if (!Array.isArray(body.kill_chain_phases)) return []
  return body.kill_chain_phases.flatMap((one) =>
    one?.kill_chain_name === 'mitre-attack' && typeof one.phase_name === 'string'
      ? [`attack.${one.phase_name}`]
      : [],
  )
}

function momentOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}
