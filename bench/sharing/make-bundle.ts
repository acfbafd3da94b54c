/** Writes a STIX bundle of many objects: indicators, malware, relationships, with some of each fault. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** @param count objects; of a thousand, one is faulty in some way */
export async function makeBundle(path: string, count: number): Promise<void> {
  const sink = createWriteStream(path)
  sink.write('{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000000","objects":[\n')
  let lines: string[] = []
  for (let n = 0; n < count; n++) {
    lines.push(`${n === 0 ? '' : ',\n'}${JSON.stringify(objectAt(n))}`)
    if (lines.length < 2_000) continue
    if (!sink.write(lines.join(''))) await once(sink, 'drain')
    lines = []
  }
  sink.end(`${lines.join('')}\n]}\n`)
  await once(sink, 'finish')
}

const id = (type: string, n: number) =>
  `${type}--${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`

/** The object of a number: of ten, six indicators, one malware, three relationships. */
export function objectAt(n: number): Record<string, unknown> {
  const times = {
    spec_version: '2.1',
    created: '2025-06-01T00:00:00.000Z',
    modified: '2025-06-01T00:00:00.000Z',
  }
  const kind = n % 10
  if (n % 1_000 === 999) return faulty(n, times)
  if (kind < 6)
    return {
      type: 'indicator',
      id: id('indicator', n),
      ...times,
      name: `Host ${n}`,
      description: 'Seen in beacons of the family, by its certificate and its path.',
      pattern: `[domain-name:value = 'h${n.toString(36)}.example']`,
      pattern_type: 'stix',
      valid_from: '2025-06-01T00:00:00Z',
      object_marking_refs: ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
    }
  if (kind === 6)
    return {
      type: 'malware',
      id: id('malware', n),
      ...times,
      name: `Family ${n}`,
      is_family: true,
      aliases: [`Alias ${n}`],
    }
  const from = n - (n % 10) + (kind - 7)
  return {
    type: 'relationship',
    id: id('relationship', n),
    ...times,
    relationship_type: 'indicates',
    source_ref: id('indicator', from),
    target_ref: id('malware', n - (n % 10) + 6),
  }
}

function faulty(n: number, times: object): Record<string, unknown> {
  const turn = Math.floor(n / 1_000) % 4
  const base = {
    type: 'indicator',
    ...times,
    pattern: `[domain-name:value = 'x${n}.example']`,
    pattern_type: 'stix',
    valid_from: '2025-06-01T00:00:00Z',
  }
  if (turn === 0) return { ...base, id: id('indicator', n - 999), name: 'a duplicate with other content' }
  if (turn === 1) return { ...base, id: id('indicator', n), modified: '2999-01-01T00:00:00.000Z' }
  if (turn === 2)
    return {
      type: 'relationship',
      id: id('relationship', n),
      ...times,
      relationship_type: 'uses',
      source_ref: id('malware', n - 999 + 6),
      target_ref: id('malware', 0xfffffff0),
    }
  return {
    type: 'relationship',
    id: id('relationship', n),
    ...times,
    relationship_type: 'derived-from',
    source_ref: id('malware', n - 999 + 6),
    target_ref: id('malware', n - 999 + 6),
  }
}
