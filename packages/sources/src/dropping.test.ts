import { fixture, memoryFile } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { dropPolicy, dropping } from './dropping.ts'
import { euFsfXml } from './eu-fsf-xml.ts'

const file = memoryFile('list.xml', fixture('eu-fsf-xml/list.xml'))

async function read(...names: string[]) {
  const reading = dropping(euFsfXml.read([file], { fetched: 0 }), dropPolicy(names))
  const groups = []
  for await (const { records } of reading) groups.push(...records)
  return { groups, report: reading.report() }
}

describe('what a deployment may not keep', () => {
  it('is left out at import, entities and values, and counted', async () => {
    const all = await read()
    const { groups, report } = await read('addresses', 'contacts', 'Person.birthPlace')
    const properties = groups.flatMap(({ statements }) => statements.map(({ property }) => property))
    for (const gone of ['address', 'addressEntity', 'phone', 'birthPlace'])
      expect(properties).not.toContain(gone)
    expect(groups.map(({ schema }) => schema)).not.toContain('Address')
    expect(report.dropped).toEqual({
      'Person.birthPlace: Person.birthPlace': 1,
      'addresses: Address': 1,
      'addresses: Organization.address': 1,
      'addresses: Organization.addressEntity': 1,
      'contacts: Organization.phone': 1,
    })
    expect(report.written).not.toHaveProperty('Address')
    expect(report.statements).toBe(groups.reduce((sum, { statements }) => sum + statements.length, 0))
    expect(report.statements).toBeLessThan(all.report.statements)
    expect(all.report).not.toHaveProperty('dropped')
  })

  it('takes with a schema what descends from it, and the links to it', async () => {
    const { groups, report } = await read('documents')
    expect(groups.map(({ schema }) => schema)).not.toContain('Passport')
    expect(report.dropped).toMatchObject({ 'documents: Passport': 1, 'documents: Person.passportNumber': 1 })
  })

  it.each(['adresses', 'Person.shoeSize', 'Humans'])('refuses the unknown name %s', (name) =>
    expect(() => dropPolicy([name])).toThrow(/expected one of addresses/),
  )
  it.each(['name', 'Sanction', 'Person.name'])('refuses to drop %s', (name) =>
    expect(() => dropPolicy([name])).toThrow(/still be screened/),
  )
})
