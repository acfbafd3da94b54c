import { readFileSync } from 'node:fs'
import { memoryFile, readFixture, referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { readAll } from './read-all.ts'
import { usCslCsv } from './us-csl-csv.ts'
import { usCslJson } from './us-csl-json.ts'

const csv = await readFixture(usCslCsv, 'us-csl/consolidated.csv')
const json = await readFixture(usCslJson, 'us-csl/consolidated.json')

describe('the US Consolidated Screening List', () => {
  it.each([csv, json])(
    'reads OFAC’s entries under OFAC’s ids, with inverted names turned',
    ({ values, all }) => {
      expect(values('ofac-99001', 'name')).toEqual(['Example RI'])
      expect(values('ofac-99001', 'alias')[0]).toBe('Ye RI')
      expect(values('ofac-99001', 'topics')).toEqual(['sanction'])
      expect(values('ofac-99001', 'birthDate')[0]).toBe('1965-08-15')
      expect(values('ofac-99001-csl-sdn', 'program')).toEqual(['DPRK2', 'CYBER2'])
      expect(all('Passport', 'number')).toEqual(['PX0000001'])
      expect(all('Passport', 'endDate')).toEqual(['2027-01-01'])
      expect(all('Address', 'country')).toContain('kp')
    },
  )

  it('reads the lists of BIS as what they are: export control, not sanctions', () => {
    expect(csv.values('us-csl-0a0b', 'topics')).toEqual(['export.control'])
    expect(csv.values('us-csl-0a0c', 'topics')).toEqual(['export.risk'])
    expect(csv.values('us-csl-0a0b-csl-el', 'authority')).toEqual(['Bureau of Industry and Security'])
    expect(csv.values('us-csl-0a0b-csl-el', 'provisions')).toContain('License policy: Presumption of denial')
    expect(json.values('us-csl-0a0b', 'topics')).toEqual(['export.control'])
  })

  it('reads ships, wallets and what else stands among the ids', () => {
    expect(csv.values('ofac-99002', 'imoNumber')).toEqual(['9000001'])
    expect(csv.values('ofac-99002', 'flag')).toEqual(['kp'])
    expect(csv.values('ofac-99002', 'tonnage')).toEqual(['12345'])
    expect(csv.values('ofac-99001', 'gender')).toEqual(['male'])
    expect(csv.all('CryptoWallet', 'currencySymbol')).toEqual(['BTC'])
    expect(csv.values('ofac-99001', 'notes').join()).toContain('Secondary sanctions risk')
  })

  it('accounts for every entry', () => {
    expect(csv.report.read).toEqual({ row: 5 })
    expect(csv.rejects.map(({ reason }) => reason)).toEqual(['an entry without a name'])
    expect(Object.keys(json.report.unknown)).toEqual(['field "shoe_size"'])
  })

  it('refuses an answer that breaks off', async () => {
    const text = '{"results": [{"id": "1", "name": "A", "source": "x (SDN)", "source_list_url": ""}'
    const reading = readAll(usCslJson, [memoryFile('page.json', Buffer.from(text))], { fetched: 0 })
    await expect(reading).rejects.toMatchObject({ code: 'FORMATS_TRUNCATED' })
  })
})

const real = referenceData('lists/us-csl/consolidated_data-2022_commit-2025-05-23.csv.gz')
describe.skipIf(!real)('the real file of 2022', () => {
  it('is read whole', async () => {
    const { report } = await readAll(usCslCsv, [memoryFile('consolidated.csv.gz', readFileSync(real!))], {
      fetched: 0,
    })
    expect(report.read).toEqual({ row: 14160 })
    expect(report.rejected).toBe(0)
    expect(report.written.Sanction).toBe(14160)
  })
})
