import { existsSync, readFileSync } from 'node:fs'
import { type Area, type Port, type SeaRules, seaRuleKinds, seaWeights } from '@cordon/maritime'
import { CordonError } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

const packs = new URL('../../../../packs/', import.meta.url)

const id = z.string().regex(/^[a-z0-9-]+$/)

const rulesSchema = z.object({
  name: id,
  version: z.iso.date(),
  flags: z.array(z.string().length(2)),
  portCountries: z.array(z.string().length(2)),
  rules: z.array(
    z.object({
      id,
      kind: z.enum(seaRuleKinds),
      version: z.string(),
      title: z.string(),
      threshold: z.number().min(0).max(1),
      cites: z.array(id),
    }),
  ),
  citations: z.array(
    z.object({
      id,
      title: z.string(),
      says: z.string(),
      url: z.url().optional(),
      paragraph: z.number().int().optional(),
      verified: z.boolean().optional(),
    }),
  ),
  weights: z
    .partialRecord(z.enum(Object.keys(seaWeights) as [keyof typeof seaWeights]), z.number())
    .default({}),
})

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const areasSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id,
      properties: z.object({
        name: z.string(),
        kind: z.enum(['watch', 'lawful', 'anchorage']),
        cites: z.array(id).default([]),
        note: z.string().optional(),
      }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(point)) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(point))) }),
      ]),
    }),
  ),
})

/** What a pack knows of the sea. */
export interface SeaPack {
  readonly rules: SeaRules
  readonly areas: readonly Area[]
  readonly ports: readonly Port[]
}

/**
 * Reads `sea/` of a pack and the areas that every theatre shares: rules, watch areas, ports.
 * @param pack a folder of `packs/`
 * @throws CordonError for a pack without rules for the sea, or with some that can't be read
 */
export function loadSeaPack(pack = 'dprk'): SeaPack {
  const folder = new URL(`${pack}/sea/`, packs)
  const rules = read(new URL('rules.yaml', folder), (text) => rulesSchema.parse(parse(text)))
  const shared = new URL('common/sea/areas.geojson', packs)
  const areas = [new URL('areas.geojson', folder), ...(existsSync(shared) ? [shared] : [])].flatMap((file) =>
    read(file, areasOf),
  )
  const known = new Set(rules.citations.map((one) => one.id))
  for (const { id: where, cites } of [...rules.rules, ...areas])
    for (const cite of cites) if (!known.has(cite)) throw unknownCitation(`${pack}/sea, ${where}`, cite)
  return {
    rules: {
      ...rules,
      citations: rules.citations.map(({ url, paragraph, verified, ...rest }) => ({
        ...rest,
        ...(url !== undefined && { url }),
        ...(paragraph !== undefined && { paragraph }),
        ...(verified !== undefined && { verified }),
      })),
      weights: { ...seaWeights, ...present(rules.weights) },
    },
    areas,
    ports: read(new URL('ports.csv', folder), portsOfCsv),
  }
}

/**
 * Areas of a GeoJSON feature collection: `id`, and `name`, `kind`, `cites`, `note` as properties.
 * @throws ZodError where it is none
 */
export function areasOf(text: string): Area[] {
  return areasSchema.parse(JSON.parse(text)).features.map(({ id: areaId, properties, geometry }) => {
    const { name, kind, cites, note } = properties
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return { id: areaId, name, kind, cites, polygons, ...(note !== undefined && { note }) }
  })
}

function portsOfCsv(text: string): Port[] {
  const [, ...rows] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return rows.map((row) => {
    const [portId = '', name = '', country = '', lat = '', lon = ''] = row.split(',')
    return { id: portId, name, country, lat: Number(lat), lon: Number(lon) }
  })
}

function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

function read<T>(file: URL, parseText: (text: string) => T): T {
  try {
    return parseText(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_PACK',
        expected: 'a pack with rules, areas and ports for the sea',
        found: error instanceof z.ZodError ? z.prettifyError(error) : String(error),
        where: file.pathname.split('/packs/')[1] ?? file.pathname,
        remedy: 'Mend the file; packs/dprk/sea is an example.',
      },
      { cause: error },
    )
  }
}

function unknownCitation(where: string, cite: string): CordonError {
  return new CordonError({
    code: 'CORDON_PACK',
    expected: 'citations that rules.yaml explains',
    found: cite,
    where,
    remedy: 'Add it under `citations`, or take it out.',
  })
}
