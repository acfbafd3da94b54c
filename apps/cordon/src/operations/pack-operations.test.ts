import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { bytesOf } from '@cordon/formats'
import { recogniseThreatFormat } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { buildOperation } from './build-operation.ts'
import { loadOperations, operationsFolder } from './load-operations.ts'

const attack = referenceData('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz')
const attackOf = (file: string) =>
  JSON.parse(gunzipSync(readFileSync(file)).toString()).objects as {
    id: string
    name: string
    created: string
  }[]
const { operations, broken, rules, objects } = loadOperations()
const slugs = operations.map(({ folder }) => folder)

describe('operations of the pack', () => {
  it('can all be read', () => {
    expect(broken).toEqual([])
    expect(slugs).toEqual(expect.arrayContaining(['nonghyup-2011', 'bangladesh-bank-2016', 'wannacry-2017']))
  })

  it.each(operations)(
    '$folder: every part agrees with every other, and the bundle and playbook with the standards',
    (one) => {
      expect(one.faults).toEqual([])
      expect(one.page).toMatch(/^# .+\n[\s\S]+## Who says who (?:did|does) it/m)
      expect(one.page).toMatch(/## What was never established/)
    },
  )

  it.each(operations)('$folder: bundle and playbook are what its description makes, byte for byte', (one) => {
    const { files, faults } = buildOperation(one, objects)
    expect(faults).toEqual([])
    for (const [name, text] of Object.entries(files ?? {}))
      expect(readFileSync(join(operationsFolder(), one.folder, name), 'utf8') === text, name).toBe(true)
    expect(Object.keys(files ?? {})).toEqual(['bundle.json', 'playbook.json'])
  })

  it.each(operations)(
    '$folder: the bundle is read as threat intelligence, whole, as said by the pack',
    async ({ folder, bundle }) => {
      const text = JSON.stringify(bundle)
      const reader = recogniseThreatFormat(text.slice(0, 65_536), 'bundle.json')
      expect(reader?.format).toBe('stix-bundle')
      const reading = reader!.read({ name: 'bundle.json', open: () => bytesOf(text) }, { fetched: 0 })
      const kinds = new Map<string, number>()
      for await (const { records, rejects } of reading) {
        expect(rejects).toEqual([])
        for (const item of records)
          if (item.is === 'relation')
            kinds.set(item.relation.relation, (kinds.get(item.relation.relation) ?? 0) + 1)
      }
      const { source, rejected, unknown } = reading.report()
      // Nothing is unknown: no reference leads outside, and every indicator can be looked up.
      expect({ source, rejected, unknown }).toEqual({ source: 'cordon_dprk', rejected: 0, unknown: {} })
      const { claims } = operations.find((one) => one.folder === folder)!.operation
      expect(kinds.get('attributed-to') ?? 0).toBe(claims.length)
    },
  )

  it.skipIf(!attack)('refer to objects of ATT&CK that there are, under their names', () => {
    const byId = new Map(attackOf(attack!).map((one) => [one.id, one]))
    for (const [code, { id, name, of, created }] of Object.entries(objects))
      if (of === 'attack') expect({ code, ...byId.get(id) }).toMatchObject({ code, id, name, created })
  })

  it('and the rules of the network name each other', () => {
    const byOperation = new Map(operations.map(({ folder, operation }) => [folder, new Set(operation.rules)]))
    for (const { id, file, operations: named } of rules.values())
      for (const slug of named)
        if (byOperation.has(slug))
          expect(byOperation.get(slug)!.has(id), `${slug} should list ${id} (${file})`).toBe(true)
    for (const [slug, ids] of byOperation)
      for (const id of ids)
        if (rules.get(id)?.door === 'network')
          expect(rules.get(id)?.operations, `${rules.get(id)?.file} should name ${slug}`).toContain(slug)
  })
})
