import { CordonError } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

const words = z.array(z.string().max(4096)).max(10_000).default([])
/** Numbers in YAML stay what they look like. */
const texts = z
  .array(z.union([z.string().max(4096), z.number().transform(String)]))
  .max(10_000)
  .default([])

/** What was seen of whoever did it. Everything may be left out. */
export const evidenceSchema = z.strictObject({
  title: z.string().max(500).optional().describe('What the evidence is of'),
  techniques: words.describe('ATT&CK ids or names: T1059.001'),
  software: words.describe('Names, aliases or ids of programs: BLINDINGCAN, S0154'),
  hashes: words.describe('MD5, SHA-1, SHA-256 or SHA-512 of files'),
  infrastructure: words.describe('Domains, addresses, URLs, host:port; may be defanged'),
  wallets: words.describe('Addresses of cryptocurrency'),
  corridors: words.describe('Ways of money from country to country: BD>PH'),
  victims: z
    .strictObject({
      countries: words.describe('ISO 3166-1: BD'),
      sectors: words.describe('STIX: financial-services'),
    })
    .prefault({}),
  times: texts.describe('When it happened: ISO 8601 with its offset, or an hour in UTC (0 to 23)'),
})

/** What was seen of whoever did it. */
export type AttributionEvidence = z.output<typeof evidenceSchema>
/** The same as it is written: everything may be left out. */
export type WrittenEvidence = z.input<typeof evidenceSchema>

/** Nothing seen. */
export function noEvidence(): AttributionEvidence {
  return evidenceSchema.parse({})
}

/**
 * Reads evidence from a file in YAML or JSON; a STIX bundle too.
 * @throws CordonError CORDON_BAD_EVIDENCE with the field and what it should hold
 */
export function readEvidence(text: string, name: string): AttributionEvidence {
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw badEvidence(
      name,
      'YAML or JSON',
      error instanceof Error ? error.message.split('\n')[0]! : 'neither',
    )
  }
  return evidenceOf(value, name)
}

/**
 * Reads evidence from a value: the lists of `evidenceSchema`, or a STIX bundle.
 * @throws CordonError CORDON_BAD_EVIDENCE with the field and what it should hold
 */
export function evidenceOf(value: unknown, name: string): AttributionEvidence {
  if (isBundle(value)) return evidenceOfBundle(value)
  const read = evidenceSchema.safeParse(value ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw badEvidence(
    `${name} ${issue?.path.join('.') ?? ''}`.trim(),
    'lists named techniques, software, hashes, infrastructure, wallets, corridors, victims (countries, sectors), times',
    issue?.message ?? 'something else',
  )
}

function badEvidence(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_BAD_EVIDENCE',
    expected,
    found,
    where,
    remedy: 'docs/methods/attribution.md shows a file; a STIX 2.1 bundle may be given instead.',
  })
}

interface Bundle {
  readonly type: 'bundle'
  readonly objects: readonly unknown[]
}

function isBundle(value: unknown): value is Bundle {
  const bundle = value as Partial<Bundle> | null
  return typeof bundle === 'object' && bundle?.type === 'bundle' && Array.isArray(bundle.objects)
}

/** Values that an equality of a STIX pattern names: `[file:hashes.'SHA-256' = '..']`. */
const compared = /([a-z0-9-]+):([a-z0-9_.'"-]+)\s*=\s*'((?:[^'\\]|\\.)*)'/gi

/** What a STIX bundle shows of an incident: its techniques, programs, victims, and the values that its indicators compare. */
function evidenceOfBundle({ objects }: Bundle): AttributionEvidence {
  const found: Record<'techniques' | 'software' | 'hashes' | 'infrastructure' | 'wallets', Set<string>> = {
    techniques: new Set(),
    software: new Set(),
    hashes: new Set(),
    infrastructure: new Set(),
    wallets: new Set(),
  }
  const countries = new Set<string>()
  const sectors = new Set<string>()
  for (const one of objects) {
    if (typeof one !== 'object' || one === null) continue
    const object = one as Record<string, unknown>
    const { type, name, pattern } = object
    if (type === 'attack-pattern') found.techniques.add(codeOf(object) ?? String(name ?? object.id))
    else if (type === 'malware' || type === 'tool')
      found.software.add(codeOf(object) ?? String(name ?? object.id))
    else if (type === 'location' && typeof object.country === 'string') countries.add(object.country)
    else if (type === 'identity' && Array.isArray(object.sectors))
      for (const sector of object.sectors) sectors.add(String(sector))
    else if (type === 'indicator' && typeof pattern === 'string')
      for (const [, observable, path, value] of pattern.matchAll(compared))
        if (observable === 'file' && path!.startsWith('hashes')) found.hashes.add(value!)
        else if (/^(?:ipv4-addr|ipv6-addr|domain-name|url)$/.test(observable!))
          found.infrastructure.add(value!)
        else if (/wallet|cryptocurrency/.test(observable!)) found.wallets.add(value!)
  }
  return {
    ...noEvidence(),
    ...Object.fromEntries(Object.entries(found).map(([field, values]) => [field, [...values]])),
    victims: { countries: [...countries], sectors: [...sectors] },
  }
}

function codeOf(object: Record<string, unknown>): string | undefined {
  const references = Array.isArray(object.external_references) ? object.external_references : []
  for (const one of references) {
    const code = (one as { external_id?: unknown } | null)?.external_id
    if (typeof code === 'string' && /^[TS]\d{4}(?:\.\d{3})?$/.test(code)) return code
  }
  return undefined
}
