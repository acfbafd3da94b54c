import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadPackDetections } from '../detections/pack-detections.ts'

/** A rule of a pack, as far as an operation names it. */
export interface PackRule {
  readonly id: string
  readonly door: 'network' | 'payments' | 'sea'
  readonly title: string
  /** Where in the pack it stands. */
  readonly file: string
  /** Operations that the rule itself names. */
  readonly operations: readonly string[]
}

const packs = new URL('../../../../packs/', import.meta.url)

/** The rules of a pack by the id that findings bear: Sigma's and the streams' UUIDs, words for payments and the sea. */
export function packRules(pack = 'dprk'): ReadonlyMap<string, PackRule> {
  const rules = new Map<string, PackRule>()
  const { sigma, streams } = loadPackDetections(pack)
  const of = (folder: string, name: string) => ({ file: `network/${folder}/${name}.yml` })
  for (const [name, { id, title }] of sigma)
    if (id)
      rules.set(id, {
        id,
        door: 'network',
        title,
        ...of('rules', name),
        operations: namedIn(pack, 'rules', name),
      })
  for (const [name, { id, title, operations }] of streams)
    rules.set(id, { id, door: 'network', title, ...of('streams', name), operations })
  for (const door of ['payments', 'sea'] as const)
    for (const { id, title } of rulesIn(new URL(`${pack}/${door}/rules.yaml`, packs)))
      rules.set(id, { id, door, title, file: `${door}/rules.yaml`, operations: [] })
  return rules
}

function namedIn(pack: string, folder: string, name: string): string[] {
  const text = readFileSync(new URL(`${pack}/network/${folder}/${name}.yml`, packs), 'utf8')
  const { operations } = parse(text) as { operations?: unknown }
  return Array.isArray(operations) ? operations.map(String) : []
}

function rulesIn(file: URL): { id: string; title: string }[] {
  if (!existsSync(file)) return []
  const { rules } = parse(readFileSync(file, 'utf8')) as { rules?: { id: string; title: string }[] }
  return rules ?? []
}
