import { type Claim, countryCode, type ThreatItem } from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { ReportBuilder } from '../report.ts'
import { aliasClaim } from './aliases.ts'
import { parsed } from './misp-event.ts'
import { galaxyTypes, likelihoods } from './misp-types.data.ts'
import { text, texts } from './stix-terms.ts'
import { rejected, sourceName, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/**
 * Clusters of MISP galaxies (`clusters/*.json`), or a list of clusters that each name their file. Each file is a source of
 * its own (`misp_galaxy_threat_actor`), because they contradict each other: what one calls an alias of Lazarus is a group
 * in another. Synonyms and countries become claims, `related` relations with the likelihood that is stated.
 * @see https://www.misp-standard.org/rfc/misp-standard-galaxy-format.html
 */
export const mispGalaxy: ThreatReader = {
  format: 'misp-galaxy',
  source: {
    name: 'misp_galaxy',
    title: 'MISP galaxy',
    publisher: 'MISP project',
    url: 'https://github.com/MISP/misp-galaxy',
  },
  recognises: (head) =>
    (/^\s*\{/.test(head) && /"values"\s*:\s*\[/.test(head) && /"(?:authors|category|name)"\s*:/.test(head)) ||
    (/^\s*\[\s*\{/.test(head) && /"cluster"\s*:\s*"clusters\//.test(head)) ||
    (/^\s*\{\s*"authors"\s*:\s*\[/.test(head) && /"category"\s*:/.test(head)),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readClusters(file, options, report))
  },
}

type Json = Readonly<Record<string, unknown>>

async function* readClusters(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const value = await parsed(file, options)
  const isList = Array.isArray(value)
  const whole = isList ? {} : (value as Json)
  const clusters = (isList ? value : whole.values) as unknown
  if (!isList && typeof whole.version === 'number') report.setVersion(String(whole.version))
  const types = new Map<string, string>()
  const list = Array.isArray(clusters) ? clusters : []
  for (const one of list)
    if (isMap(one) && text(one, 'uuid')) types.set(text(one, 'uuid')!, typeOf(galaxyOf(one, whole)))
  for (const [i, one] of list.entries()) {
    report.countRead('cluster')
    yield isMap(one)
      ? readCluster(one, galaxyOf(one, whole), types, i)
      : rejected(`value ${i}`, 'MISP_BAD_CLUSTER: no object', String(one))
  }
}

function galaxyOf(cluster: Json, whole: Json): string {
  const path = text(cluster, 'cluster')
  return path
    ? path.replace(/^clusters\//, '').replace(/\.json$/, '')
    : (text(whole, 'type') ?? sourceName(text(whole, 'name') ?? 'galaxy'))
}

function typeOf(galaxy: string): string {
  return galaxyTypes[galaxy] ?? `x-misp-${galaxy.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`
}

function readCluster(
  cluster: Json,
  galaxy: string,
  types: ReadonlyMap<string, string>,
  at: number,
): ThreatStep {
  const uuid = text(cluster, 'uuid')
  const name = text(cluster, 'value')
  if (!uuid || !name)
    return rejected(
      `value ${at}`,
      'MISP_BAD_CLUSTER: a cluster without uuid or value',
      JSON.stringify(cluster),
    )
  const source = `misp_galaxy_${sourceName(galaxy)}`
  const type = typeOf(galaxy)
  const id = `${type}--${uuid}`
  const meta = isMap(cluster.meta) ? cluster.meta : {}
  const code = texts(meta, 'external_id')[0] ?? text(meta, 'external_id')
  const records: ThreatItem[] = [
    {
      is: 'object',
      object: {
        id,
        type,
        name,
        source,
        ...(cluster.revoked === true && { revoked: true }),
        ...(code && { code }),
        body: {
          type,
          id,
          name,
          description: text(cluster, 'description'),
          x_misp_galaxy: galaxy,
          x_misp_meta: meta,
        },
      },
    },
  ]
  const of = { id, name }
  for (const alias of new Set([...texts(meta, 'synonyms')]))
    if (alias !== name) records.push({ is: 'claim', claim: aliasClaim(alias, of, source) })
  for (const claim of countryClaims(meta, of, source)) records.push({ is: 'claim', claim })
  for (const related of Array.isArray(cluster.related) ? cluster.related.filter(isMap) : []) {
    const target = text(related, 'dest-uuid')
    if (!target) continue
    const likelihood = /likelihood-probability="([a-z-]+)"/.exec(texts(related, 'tags').join(' '))?.[1]
    const confidence = likelihood === undefined ? undefined : likelihoods[likelihood]
    const to = `${types.get(target) ?? 'misp-galaxy-cluster'}--${target}`
    const relation =
      text(related, 'type') === 'similar' ? 'similar-to' : (text(related, 'type') ?? 'related-to')
    records.push({
      is: 'relation',
      relation: {
        id: `${id}>${relation}>${to}`,
        from: id,
        to,
        relation,
        source,
        ...(confidence !== undefined && { confidence }),
      },
    })
  }
  return { records, rejects: [] }
}

/** Attribution to a state, as the cluster words it. */
function countryClaims(meta: Json, of: { id: string; name: string }, source: string): Claim[] {
  const words = [
    text(meta, 'country'),
    ...texts(meta, 'country'),
    text(meta, 'cfr-suspected-state-sponsor'),
    ...texts(meta, 'cfr-suspected-state-sponsor'),
    text(meta, 'microsoft-origin-threat'),
  ]
  const stated = Number(text(meta, 'attribution-confidence'))
  const confidence = stated > 0 && stated <= 100 ? stated / 100 : undefined
  const codes = new Map<string, string>()
  for (const word of words) {
    const code = word === undefined ? undefined : countryOf(word)
    if (word !== undefined && code && !codes.has(code)) codes.set(code, word)
  }
  return [...codes].map(([code, word]) => ({
    from: { kind: 'stix', id: of.id, label: of.name },
    to: { kind: 'place', id: code, label: word },
    relation: 'attributed-to',
    source,
    ...(confidence !== undefined && { confidence }),
    valid: {},
  }))
}

function countryOf(word: string): string | undefined {
  return countryCode(/^korea \(democratic/i.test(word) ? 'North Korea' : word) ?? undefined
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
