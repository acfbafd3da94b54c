/**
 * Made-up ordinary payments: persons of the innocents' file and firms put together from everyday words, with the
 * addresses and remittances that such messages have. Seeded: the same number, the same messages. Nothing in them is real.
 */
import { rowsOf } from '../screening/lists.ts'

/** Mulberry32: enough for made-up data, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const towns = [
  ['DE', 'Frankfurt', 'Hanauer Landstrasse', 'DEUTDEFF'],
  ['GB', 'Manchester', 'Deansgate', 'BARCGB22'],
  ['FR', 'Lyon', 'Rue de la Republique', 'BNPAFRPP'],
  ['SG', 'Singapore', 'Shenton Way', 'DBSSSGSG'],
  ['AE', 'Dubai', 'Al Maktoum Road', 'EBILAEAD'],
  ['TR', 'Izmir', 'Ataturk Caddesi', 'AKBKTRIS'],
  ['US', 'Houston', 'Richmond Avenue', 'CHASUS33'],
  ['CN', 'Ningbo', 'Zhongshan East Road', 'ICBKCNBJ'],
  ['IN', 'Pune', 'Fergusson College Road', 'HDFCINBB'],
  ['BR', 'Campinas', 'Avenida Norte Sul', 'ITAUBRSP'],
  ['ES', 'Valencia', 'Calle Colon', 'BSCHESMM'],
  ['PL', 'Gdansk', 'Grunwaldzka', 'BREXPLPW'],
] as const
const heads =
  `Alder Birch Cobalt Danube Ember Fjord Gable Hazel Indigo Juniper Kestrel Larch Maple Northgate Oakwood Pinecrest Quarry
Redwood Sandstone Thistle Upland Vale Willow Yarrow Zephyr Harland Benton Mercer Aldridge Corbin Delmar Everett`.split(
    /\s+/,
  )
const trades =
  `Textiles Machinery Foods Chemicals Logistics Electronics Packaging Furniture Pharma Ceramics Marine Trading
Engineering Construction Software Instruments Plastics Timber Seafood Garments`.split(/\s+/)
const forms = ['Ltd', 'GmbH', 'S.A.', 'LLC', 'Pte Ltd', 'B.V.', 'Inc', 'S.r.l.', 'Co., Ltd.', 'A.S.']
const purposes = [
  'Invoice {n} of 12.10.2026 for spare parts, delivery by sea freight from {town}',
  'Payment of salary October 2026',
  'Family support for {first}',
  'PO {n} 2x40 HC container household goods, B/L HLCU{n}, port of loading {town}',
  'Rent of warehouse no. 4, quarter 4 of 2026',
  'Consulting fees as per contract {n}, VAT exempt',
  'Tuition fees, student no. {n}',
  'Settlement of invoices {n}, {m} and {k}, less credit note 118',
]

/** A number of made-up pacs.008 documents. @param repeat share of parties that were seen before */
export function madeUpPayments(count: number, seed: number, repeat = 0): string[] {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const people = [
    ...rowsOf('bench/screening/negatives_global.csv.gz'),
    ...rowsOf('bench/screening/negatives_us.csv.gz'),
  ].map((row) => row.full_name!)
  const made: string[] = []
  const party = () => {
    if (made.length > 50 && next() < repeat) return pick(made)
    const name =
      next() < 0.5 && people.length > 0
        ? pick(people)
        : `${pick(heads)} ${next() < 0.5 ? `${pick(heads)} ` : ''}${pick(trades)} ${pick(forms)}`
    const [country, town, street, bic] = pick(towns)
    const number = Math.floor(next() * 200) + 1
    made.push(
      `<Nm>${escaped(name)}</Nm><PstlAdr><StrtNm>${street}</StrtNm><BldgNb>${number}</BldgNb><TwnNm>${town}</TwnNm><Ctry>${country}</Ctry></PstlAdr>|${bic}|${Math.floor(next() * 1e12)}`,
    )
    return made.at(-1)!
  }
  return Array.from({ length: count }, (_, at) => {
    const [debtor, debtorBic, debtorAccount] = party().split('|')
    const [creditor, creditorBic, creditorAccount] = party().split('|')
    const n = () => String(Math.floor(next() * 900_000) + 100_000)
    const text = pick(purposes)
      .replace('{n}', n())
      .replace('{m}', n())
      .replace('{k}', n())
      .replace('{town}', pick(towns)[1])
      .replace('{first}', pick(['Anna', 'Luis', 'Mei', 'Omar', 'Ravi']))
    return pacs008({
      id: `MADEUP${seed}-${at}`,
      debtor: debtor!,
      debtorBic: debtorBic!,
      debtorAccount: debtorAccount!,
      creditor: creditor!,
      creditorBic: creditorBic!,
      creditorAccount: creditorAccount!,
      text: escaped(text),
      amount: (next() * 90_000 + 10).toFixed(2),
    })
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function pacs008(given: Record<string, string>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>${given.id}</MsgId><CreDtTm>2026-11-02T09:30:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>
${creditTransfer(given)}
</FIToFICstmrCdtTrf></Document>
`
}

/** One transaction of a made-up document. */
export function creditTransfer(given: Record<string, string>): string {
  return `<CdtTrfTxInf><PmtId><InstrId>${given.id}</InstrId><EndToEndId>E2E-${given.id}</EndToEndId></PmtId>
<IntrBkSttlmAmt Ccy="EUR">${given.amount}</IntrBkSttlmAmt><IntrBkSttlmDt>2026-11-02</IntrBkSttlmDt><ChrgBr>SHAR</ChrgBr>
<InstgAgt><FinInstnId><BICFI>${given.debtorBic}</BICFI></FinInstnId></InstgAgt>
<InstdAgt><FinInstnId><BICFI>${given.creditorBic}</BICFI></FinInstnId></InstdAgt>
<Dbtr>${given.debtor}</Dbtr><DbtrAcct><Id><Othr><Id>${given.debtorAccount}</Id></Othr></Id></DbtrAcct>
<DbtrAgt><FinInstnId><BICFI>${given.debtorBic}</BICFI></FinInstnId></DbtrAgt>
<CdtrAgt><FinInstnId><BICFI>${given.creditorBic}</BICFI></FinInstnId></CdtrAgt>
<Cdtr>${given.creditor}</Cdtr><CdtrAcct><Id><Othr><Id>${given.creditorAccount}</Id></Othr></Id></CdtrAcct>
<RmtInf><Ustrd>${given.text}</Ustrd></RmtInf></CdtTrfTxInf>`
}
