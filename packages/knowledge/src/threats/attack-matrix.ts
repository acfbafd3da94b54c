import type { JoinedThreat, ThreatGraph } from './threat-graph.ts'
import { threatProfile } from './threat-profile.ts'

/** A column of the matrix. */
export interface AttackTactic {
  readonly id: string
  readonly code: string
  /** As rules and techniques name it: `defense-evasion`. */
  readonly shortName: string
  readonly name: string
}

/** A cell, or a part of one. */
export interface AttackTechnique {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Short names of its tactics. */
  readonly tactics: readonly string[]
  /** Of a sub-technique the technique it is a part of. */
  readonly parent?: string
  readonly platforms: readonly string[]
}

/** A group with the techniques it uses, by their codes. */
export interface AttackGroup {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly techniques: readonly string[]
  /** Those that only its campaigns use. */
  readonly campaignTechniques: readonly string[]
  /** States that some source attributes it to, as country codes. */
  readonly attributedTo: readonly string[]
}

/** ATT&CK as a matrix, with who uses what. */
export interface AttackMatrix {
  /** The version of the object that was changed last: ATT&CK's objects don't carry the release. */
  readonly changed?: string
  readonly tactics: readonly AttackTactic[]
  readonly techniques: readonly AttackTechnique[]
  readonly groups: readonly AttackGroup[]
}

/** The matrix of what was imported of ATT&CK; empty where nothing was. Revoked and deprecated objects are left out. */
export function attackMatrix(graph: ThreatGraph): AttackMatrix {
  const tactics = tacticsOf(graph)
  const techniques = [...graph.objects('attack-pattern')].flatMap((one) => techniqueOf(one) ?? [])
  techniques.sort((a, b) => (a.code < b.code ? -1 : 1))
  const known = new Set(techniques.map(({ code }) => code))
  const groups = [...graph.objects('intrusion-set')].flatMap((one) => groupOf(graph, one, known) ?? [])
  groups.sort((a, b) => (a.name < b.name ? -1 : 1))
  const changes = [...graph.objects('attack-pattern')].map(({ versions }) => versions[0]?.modified ?? 0)
  const changed = changes.reduce((latest, one) => Math.max(latest, one), 0)
  return {
    ...(changed > 0 && { changed: new Date(changed).toISOString().slice(0, 10) }),
    tactics,
    techniques,
    groups,
  }
}

const isLive = ({ revoked, deprecated }: JoinedThreat) => !revoked && !deprecated

/** In the order of the matrix; without one, in that of their codes. */
function tacticsOf(graph: ThreatGraph): AttackTactic[] {
  const matrix = [...graph.objects('x-mitre-matrix')].find(isLive)
  const refs = matrix?.versions[0]?.body.tactic_refs
  const places = new Map((Array.isArray(refs) ? refs : []).map((id, i) => [String(id), i]))
  const tactics = [...graph.objects('x-mitre-tactic')].filter(isLive)
  const place = ({ id, code = '' }: JoinedThreat) => places.get(id) ?? 1000 + Number(code.slice(2))
  return tactics
    .sort((a, b) => place(a) - place(b))
    .map(({ id, code = id, name, versions }) => ({
      id,
      code,
      shortName: String(versions[0]?.body.x_mitre_shortname ?? name),
      name,
    }))
}

function techniqueOf(threat: JoinedThreat): AttackTechnique | undefined {
  const { id, code, name } = threat
  const attack = threat.versions.find(
    ({ body }) => Array.isArray(body.kill_chain_phases) && Array.isArray(body.external_references),
  )
  if (!isLive(threat) || !attack || !code || !/^T\d{4}(?:\.\d{3})?$/.test(code)) return undefined
  const phases = attack.body.kill_chain_phases as readonly Record<string, unknown>[]
  const tactics = phases
    .filter((phase) => phase.kill_chain_name === 'mitre-attack')
    .map((phase) => String(phase.phase_name))
  if (tactics.length === 0) return undefined
  const platforms = attack.body.x_mitre_platforms
  return {
    id,
    code,
    name,
    tactics,
    ...(code.includes('.') && { parent: code.slice(0, 5) }),
    platforms: Array.isArray(platforms) ? platforms.map(String) : [],
  }
}

function groupOf(
  graph: ThreatGraph,
  threat: JoinedThreat,
  known: ReadonlySet<string>,
): AttackGroup | undefined {
  const { id, code, name } = threat
  if (!isLive(threat) || !code || !/^G\d{4}$/.test(code)) return undefined
  const profile = threatProfile(graph, id)
  if (!profile) return undefined
  const own = new Set<string>()
  const campaigns = new Set<string>()
  for (const { code: technique, via } of profile.techniques)
    if (technique && known.has(technique)) (via ? campaigns : own).add(technique)
  return {
    id,
    code,
    name,
    aliases: [...new Set(profile.names.map((one) => one.name))].filter((one) => one !== name),
    techniques: [...own].sort(),
    campaignTechniques: [...campaigns].filter((one) => !own.has(one)).sort(),
    attributedTo: [
      ...new Set(profile.attributions.filter(({ to }) => to.kind === 'place').map(({ to }) => to.id)),
    ],
  }
}
