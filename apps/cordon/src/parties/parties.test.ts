import { bytesOf } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import { describeMapping, parseMappings, recogniseColumns } from './columns.ts'
import { partyOf } from './party.ts'
import { type PartyRow, type ReadPartiesOptions, readParties } from './read-parties.ts'

const meanings = (header: string, given = {}) =>
  Object.fromEntries(recogniseColumns(header.split(','), given).meanings)

describe('the columns of a file of parties', () => {
  it.each([
    ['Full Name,DOB,Nationality,Passport No.', 'name birthDate nationality passportNumber'],
    ['FULL_NAME,date_of_birth,imo_number,Call-Sign', 'name birthDate imoNumber callSign'],
    ['first_name,middle_name,last_name,wallet', 'firstName middleName lastName publicKey'],
    ['id,type,name,lei,bic,tax_id,country', 'id schema name leiCode swiftBic taxNumber country'],
    [
      'Nachname,Vorname,Geburtsdatum,Staatsangehörigkeit,Reisepass-Nr',
      'lastName firstName birthDate nationality passportNumber',
    ],
    ['Name,Vorname,Staatsangehoerigkeit,Straße', 'lastName firstName nationality'],
    ['nom,prénom,date de naissance,nationalité,pays', 'lastName firstName birthDate nationality country'],
    ['Nom,Numéro de passeport', 'name passportNumber'],
    ['Nombre,Apellidos,Fecha de nacimiento,País', 'firstName lastName birthDate country'],
    ['NOMBRE,DNI', 'name idNumber'],
    ['성명,생년월일,국적,여권번호,지갑주소', 'name birthDate nationality passportNumber publicKey'],
    ['성,이름', 'lastName firstName'],
  ])('are recognised by the names people use: %s', (header, expected) => {
    expect(Object.values(meanings(header)).join(' ')).toBe(expected)
  })

  it('can be given, over what is recognised', () => {
    expect(meanings('Kunde,name', parseMappings(['kunde=name', 'name=ignore']))).toEqual({ Kunde: 'name' })
  })

  it('that are given but not there are an error that names those there are', () => {
    expect(() => recogniseColumns(['name'], { naam: 'name' })).toThrow(/one of the columns name.*"naam"/)
  })

  it('are shown to a person, those not used too', () => {
    const mapping = recogniseColumns(['name', 'DOB', 'Branch'])
    expect(describeMapping(mapping)).toBe('columns: name, DOB -> birthDate; not used: Branch')
  })
})

describe('a record as a party', () => {
  const party = (record: Record<string, unknown>) => partyOf(record, recogniseColumns(Object.keys(record)))

  it.each([
    ['a birth date makes a person', { name: 'Kim', dob: '1970' }, 'Person'],
    ['a birth date that is not there does not', { name: 'Kim', dob: '' }, 'Thing'],
    ['an IMO number makes a vessel', { name: 'CHONG CHON GANG', imo: '7937317' }, 'Vessel'],
    [
      'an address on a chain alone makes a wallet',
      { wallet: '12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h' },
      'CryptoWallet',
    ],
    ['a header names the kind', { 'vessel name': 'TIAN E ZUO' }, 'Vessel'],
    ['a column says it in words', { name: 'X', type: 'Legal Entity' }, 'LegalEntity'],
    ['so do words of other languages', { 성명: '김정은', 유형: '개인' }, 'Person'],
    ['a bare name may be anything', { name: 'MIRAE' }, 'Thing'],
  ])('%s', (_, record, schema) => {
    expect(party(record)?.schema).toBe(schema)
  })

  it('has a whole name where the file has its parts', () => {
    expect(party({ first_name: 'Jin Hyok', last_name: 'Park' })?.properties.name).toEqual(['Jin Hyok Park'])
  })

  it('keeps several values of one cell apart, but not the parts of an address', () => {
    const properties = party({ name: 'X', alias: 'A; B|C', address: 'Rue 1; Genève' })?.properties
    expect(properties).toEqual({ name: ['X'], alias: ['A', 'B', 'C'], address: ['Rue 1; Genève'] })
  })

  it('takes an address on a chain for what it is, in whatever column of addresses', () => {
    expect(party({ address: '12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h' })).toEqual({
      schema: 'CryptoWallet',
      properties: { publicKey: ['12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h'] },
    })
  })

  it('does not lose people who are called Null or Na', () => {
    expect(party({ last_name: 'Na', first_name: 'None' })?.properties.name).toEqual(['None Na'])
  })

  it('with nothing in it is none', () => {
    expect(party({ name: ' - ', dob: 'n/a' })).toBeUndefined()
  })
})

describe('a file of parties', () => {
  async function read(text: string, options: ReadPartiesOptions = {}) {
    const rows: PartyRow[] = []
    const rejects: string[] = []
    for await (const batch of readParties(bytesOf(text), options)) {
      rows.push(...batch.records)
      rejects.push(...batch.rejects.map(({ where, reason }) => `${where}: ${reason}`))
    }
    return {
      parties: rows.map(({ line, party }) => [line, party.schema, party.properties.name?.[0]]),
      rejects,
    }
  }

  it('may be CSV; a broken row is a reject with its line and the rest goes on', async () => {
    expect(await read('name,dob\nPark,1984\n,\none,two,three\nKim,\n')).toEqual({
      parties: [
        [2, 'Person', 'Park'],
        [5, 'Thing', 'Kim'],
      ],
      rejects: ['line 4: 3 fields where there should be 2', 'line 3: nothing in it to compare'],
    })
  })

  it('may be NDJSON, flat or of the shape of FollowTheMoney', async () => {
    const lines = [
      '{"full_name":"Park","dob":"1984"}',
      '{"schema":"Vessel","properties":{"name":"MIRAE"}}',
      '{"full_name":',
      '42',
    ]
    const { parties, rejects } = await read(lines.join('\n'))
    expect(parties).toEqual([
      [1, 'Person', 'Park'],
      [2, 'Vessel', 'MIRAE'],
    ])
    expect(rejects).toHaveLength(2)
    expect(rejects.join()).toMatch(/line 3: not JSON.*line 4: nothing in it to compare|line 4.*line 3/)
  })

  it('may be a JSON array', async () => {
    expect((await read('[{"name":"A"},{"name":"B"}]')).parties.map(([, , name]) => name)).toEqual(['A', 'B'])
  })

  it('in which no column means anything is an error that says what to do', async () => {
    await expect(read('foo,bar\n1,2\n')).rejects.toThrow(/--map "foo=name"/)
    await expect(read('')).resolves.toEqual({ parties: [], rejects: [] })
  })
})
