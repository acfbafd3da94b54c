import { describe, expect, it } from 'vitest'
import { parseRemarks, remarkSegments } from './ofac-remarks.ts'

const one = (text: string) => parseRemarks(`${text}.`)[0]

describe('the parts of a remark', () => {
  it('are parted by semicolons, except inside brackets', () => {
    expect(
      remarkSegments('DOB 1946; (derived from a passport: Alt. DOB 1969; POB Keren); POB Egypt.'),
    ).toEqual(['DOB 1946', '(derived from a passport: Alt. DOB 1969; POB Keren)', 'POB Egypt.'])
  })

  it('are parted by every semicolon where a bracket is never closed', () => {
    expect(remarkSegments('Telephone (98; POB Egypt')).toEqual(['Telephone (98', 'POB Egypt'])
  })

  it('come without the closing stop, and with those in them', () => {
    expect(parseRemarks("a.k.a. 'S.T.C.'; Linked To: SEAWARD S.A.")).toEqual([
      { kind: 'name', property: 'weakAlias', text: 'S.T.C.' },
      { kind: 'link', role: 'Linked To', name: 'SEAWARD S.A' },
    ])
  })
})

describe('the vocabulary of remarks', () => {
  it.each([
    ['alt. DOB circa 1952', { kind: 'date', property: 'birthDate', text: 'circa 1952' }],
    ['citizen Korea, North', { kind: 'country', property: 'citizenship', text: 'Korea, North' }],
    ["f.k.a. 'ALPHA'", { kind: 'name', property: 'previousName', text: 'ALPHA' }],
    ["a.k.a. 'AL-QA'QA'", { kind: 'name', property: 'weakAlias', text: "AL-QA'QA" }],
    ['Gender Female', { kind: 'value', property: 'gender', text: 'female' }],
    [
      'Vessel Registration Identification IMO 9187629',
      { kind: 'value', property: 'imoNumber', text: '9187629' },
    ],
    ['alt. Former Vessel Flag Tuvalu', { kind: 'country', property: 'pastFlags', text: 'Tuvalu' }],
    [
      'alt. Digital Currency Address - XBT 1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
      { kind: 'wallet', currency: 'XBT', address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT' },
    ],
    [
      "Aircraft Manufacturer's Serial Number (MSN) 1023409321",
      { kind: 'value', property: 'serialNumber', text: '1023409321' },
    ],
    ['www.example.com', { kind: 'value', property: 'website', text: 'www.example.com' }],
    [
      'Additional Sanctions Information - Subject to Secondary Sanctions',
      {
        kind: 'listing',
        property: 'provisions',
        text: 'Additional Sanctions Information - Subject to Secondary Sanctions',
      },
    ],
    ['ICTY indictee in custody', { kind: 'text', text: 'ICTY indictee in custody' }],
    ['Commander of the 41st Brigade', { kind: 'text', text: 'Commander of the 41st Brigade' }],
    ['arrested 30 Sep 2002', { kind: 'text', text: 'arrested 30 Sep 2002' }],
  ])('%s', (text, item) => {
    expect(one(text)).toEqual(item)
  })

  it.each([
    [
      'Passport G737411 (Tunisia) issued 24 Oct 1990 expires 20 Sep 1997',
      'passportNumber',
      'Passport',
      'G737411',
      'Tunisia',
    ],
    ['Tax ID No. AABA 670850 Y', 'taxNumber', 'Tax ID No.', 'AABA 670850 Y', undefined],
    ['Tax ID No. 773407989940 (Russia)', 'innCode', 'Tax ID No.', '773407989940', 'Russia'],
    [
      'Registration Number 1027700167110 (Russia)',
      'ogrnCode',
      'Registration Number',
      '1027700167110',
      'Russia',
    ],
    [
      'Registration Number HRA 738077 (Stuttgart) (Germany)',
      'registrationNumber',
      'Registration Number',
      'HRA 738077 (Stuttgart)',
      'Germany',
    ],
    [
      'National ID No. A384648 (Congo, Democratic Republic of the)',
      'idNumber',
      'National ID No.',
      'A384648',
      'Congo, Democratic Republic of the',
    ],
    ['C.U.R.P. AIMM67125HCHRRG06 (Mexico)', 'idNumber', 'C.U.R.P.', 'AIMM67125HCHRRG06', 'Mexico'],
    ['alt. V.A.T. Number BG 121024920 (Bulgaria)', 'vatCode', 'V.A.T. Number', 'BG 121024920', 'Bulgaria'],
    [
      'Unified Social Credit Code (USCC) 91110117663725176G (China)',
      'uscCode',
      'Unified Social Credit Code (USCC)',
      '91110117663725176G',
      'China',
    ],
    ['NIT # 800018928-0 (Colombia)', 'taxNumber', 'NIT #', '800018928-0', 'Colombia'],
  ])('document: %s', (text, property, type, number, country) => {
    expect(one(text)).toMatchObject({ kind: 'document', property, type, number })
    expect(one(text)).toHaveProperty(
      ...((country ? ['country', country] : ['kind', 'document']) as [string, string]),
    )
  })

  it('keeps the dates of issue and expiry', () => {
    expect(one('Passport G737411 (Tunisia) issued 24 Oct 1990 expires 20 Sep 1997')).toMatchObject({
      issued: '24 Oct 1990',
      expires: '20 Sep 1997',
    })
  })
})
