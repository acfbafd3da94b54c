import { bytesOf } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import type { MessageFault } from '../fault.ts'
import type { Located, PaymentMessage } from '../message.ts'
import type { ReadMessage } from '../read-message.ts'
import type { MxOptions } from './document-reader.ts'
import { readMx } from './read.ts'

async function read(text: string | Uint8Array, options: MxOptions = {}, size?: number) {
  const all = { messages: [] as ReadMessage[], faults: [] as MessageFault[] }
  for await (const batch of readMx(bytesOf(text, size), options)) {
    all.messages.push(...batch.messages)
    all.faults.push(...batch.faults)
  }
  return all
}
async function one(text: string) {
  const { messages, faults } = await read(text)
  expect(faults).toEqual([])
  expect(messages.length).toBe(1)
  return messages[0]!
}

const transfer = (n: number, more = '') => `
  <CdtTrfTxInf>
    <PmtId><InstrId>I-${n}</InstrId><EndToEndId>E-${n}</EndToEndId><UETR>174c245f-2682-4291-ad67-2a41e530cd27</UETR></PmtId>
    <IntrBkSttlmAmt Ccy="EUR">${n}.50</IntrBkSttlmAmt>
    <IntrBkSttlmDt>2026-11-02</IntrBkSttlmDt>
    <UltmtDbtr><Nm>Upper &amp; Sons</Nm></UltmtDbtr>
    <Dbtr><Nm>Harland Foods</Nm><PstlAdr><StrtNm>Hanauer</StrtNm><TwnNm>Frankfurt</TwnNm><Ctry>DE</Ctry></PstlAdr><Id><OrgId><LEI>529900T8BM49AURSDO55</LEI></OrgId></Id></Dbtr>
    <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>
    <DbtrAgt><FinInstnId><BICFI>COBADEFF</BICFI><Nm>A Bank</Nm></FinInstnId></DbtrAgt>
    <IntrmyAgt1><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021000089</MmbId></ClrSysMmbId></FinInstnId></IntrmyAgt1>
    <CdtrAgt><FinInstnId><BICFI>BARCGB22</BICFI></FinInstnId></CdtrAgt>
    <Cdtr><Nm>Park Jin Hyok</Nm><PstlAdr><AdrLine>12 Main Street</AdrLine><AdrLine>Dalian</AdrLine></PstlAdr><Id><PrvtId><DtAndPlcOfBirth><BirthDt>1984-08-15</BirthDt><CityOfBirth>Pyongyang</CityOfBirth></DtAndPlcOfBirth><Othr><Id>290333974</Id><SchmeNm><Cd>CCPT</Cd></SchmeNm></Othr></PrvtId></Id></Cdtr>
    <CdtrAcct><Id><Othr><Id>1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE</Id></Othr></Id></CdtrAcct>
    <Purp><Prtry>Gift</Prtry></Purp>
    <RmtInf><Ustrd>First part</Ustrd><Ustrd>second part</Ustrd><Strd><RfrdDocInf><Nb>INV-9</Nb></RfrdDocInf></Strd></RmtInf>
    <SplmtryData><Envlp><Anything>unknown words</Anything></Envlp></SplmtryData>${more}
  </CdtTrfTxInf>`
const document = (
  transactions: string,
  type = 'pacs.008.001.08',
  root = 'FIToFICstmrCdtTrf',
) => `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${type}"><${root}>
  <GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-11-02T09:30:00+01:00</CreDtTm><InstgAgt><FinInstnId><BICFI>COBADEFF</BICFI></FinInstnId></InstgAgt></GrpHdr>${transactions}
</${root}></Document>`

function located(message: PaymentMessage): Located[] {
  return message.transactions.flatMap(({ parties, texts }) => [
    ...texts,
    ...parties.flatMap(({ name, bic, lei, account, town, country, birthDate, address, identifiers }) =>
      [name, bic, lei, account, town, country, birthDate, ...address, ...identifiers].filter(
        (one) => one !== undefined,
      ),
    ),
  ])
}

describe('what an ISO 20022 message says', () => {
  it('gives a pacs.008 its parties, amounts, texts and references, each with its path and place', async () => {
    const { message, text } = await one(document(transfer(7)))
    expect(message).toMatchObject({
      family: 'MX',
      type: 'pacs.008.001.08',
      id: 'M-1',
      sender: 'COBADEFF',
      created: Date.parse('2026-11-02T08:30:00Z'),
    })
    const [transaction] = message.transactions
    expect(transaction).toMatchObject({
      kind: 'customerTransfer',
      amount: { value: '7.50', currency: 'EUR' },
      settlementDate: '2026-11-02',
      references: { instruction: 'I-7', endToEnd: 'E-7', uetr: '174c245f-2682-4291-ad67-2a41e530cd27' },
    })
    const role = (name: string) => transaction!.parties.find((party) => party.role === name)
    expect(role('ultimateDebtor')).toMatchObject({ name: { value: 'Upper & Sons' } })
    expect(role('debtor')).toMatchObject({
      nature: 'organisation',
      lei: { value: '529900T8BM49AURSDO55' },
      account: { value: 'DE89370400440532013000' },
      town: { value: 'Frankfurt' },
    })
    expect(role('intermediaryAgent1')).toMatchObject({ clearing: { value: '021000089' } })
    expect(role('creditor')).toMatchObject({
      nature: 'person',
      name: { value: 'Park Jin Hyok', path: '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr/Nm' },
      birthDate: { value: '1984-08-15' },
      identifiers: [{ value: '290333974', scheme: 'CCPT' }],
      account: { value: '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE' },
    })
    expect(
      transaction!.texts.map(({ role: what, value, path }) => [
        what,
        value,
        path.split('/').slice(-2).join('/'),
      ]),
    ).toEqual([
      ['purpose', 'Gift', 'Purp/Prtry'],
      ['remittance', 'First part', 'RmtInf/Ustrd[1]'],
      ['remittance', 'second part', 'RmtInf/Ustrd[2]'],
      ['relatedReference', 'INV-9', 'RfrdDocInf/Nb'],
      ['additionalInformation', 'unknown words', 'Envlp/Anything'],
    ])
    for (const { value, from, to } of located(message))
      expect(text.slice(from, to).replace('&amp;', '&')).toBe(value)
  })

  it('reads any version by its namespace, in any prefix, within wrappers and behind a header', async () => {
    const wrapped = `<?xml version="1.0" encoding="UTF-8"?>
<env:Envelope xmlns:env="urn:swift:xsd:envelope"><h:AppHdr xmlns:h="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><h:Fr><h:FIId><h:FinInstnId><h:BICFI>AAAADEFF</h:BICFI></h:FinInstnId></h:FIId></h:Fr><h:To><h:FIId><h:FinInstnId><h:BICFI>BBBBGB22</h:BICFI></h:FinInstnId></h:FIId></h:To><h:BizMsgIdr>B-1</h:BizMsgIdr><h:MsgDefIdr>pacs.009.001.99</h:MsgDefIdr></h:AppHdr>
<p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pacs.009.001.99"><p:FICdtTrf><p:GrpHdr><p:MsgId>M-9</p:MsgId></p:GrpHdr><p:CdtTrfTxInf><p:Dbtr><p:FinInstnId><p:BICFI>AAAADEFF</p:BICFI></p:FinInstnId></p:Dbtr><p:UndrlygCstmrCdtTrf><p:Dbtr><p:Nm>Behind</p:Nm></p:Dbtr></p:UndrlygCstmrCdtTrf></p:CdtTrfTxInf></p:FICdtTrf></p:Document></env:Envelope>`
    const { message } = await one(wrapped)
    expect(message).toMatchObject({
      type: 'pacs.009.001.99',
      sender: 'AAAADEFF',
      receiver: 'BBBBGB22',
      id: 'M-9',
    })
    expect(message.transactions[0]).toMatchObject({
      kind: 'coverTransfer',
      parties: [
        { role: 'debtor', bic: { value: 'AAAADEFF' } },
        { role: 'debtor', underlying: true, name: { value: 'Behind' } },
      ],
    })
  })

  it('gives each order of a pain.001 what its batch shares', async () => {
    const order = (n: number) =>
      `<CdtTrfTxInf><PmtId><EndToEndId>E-${n}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">${n}</InstdAmt></Amt><Cdtr><Nm>C${n}</Nm></Cdtr></CdtTrfTxInf>`
    const batch = (name: string, orders: string) =>
      `<PmtInf><PmtInfId>${name}</PmtInfId><ReqdExctnDt><Dt>2026-11-03</Dt></ReqdExctnDt><Dbtr><Nm>${name}</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>${orders}</PmtInf>`
    const { message } = await one(
      document(
        batch('D1', order(1) + order(2)) + batch('D2', order(3)),
        'pain.001.001.09',
        'CstmrCdtTrfInitn',
      ),
    )
    expect(
      message.transactions.map(({ parties, amount, settlementDate, path }) => [
        parties.find(({ role }) => role === 'debtor')?.name?.value,
        parties.find(({ role }) => role === 'creditor')?.name?.value,
        amount?.value,
        settlementDate,
        path,
      ]),
    ).toEqual([
      ['D1', 'C1', '1', '2026-11-03', '/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[1]'],
      ['D1', 'C2', '2', '2026-11-03', '/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[2]'],
      ['D2', 'C3', '3', '2026-11-03', '/Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]'],
    ])
  })

  it('gives the entries of a statement, one for each transaction that an entry details', async () => {
    const details = (name: string) =>
      `<TxDtls><Refs><EndToEndId>${name}</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties></TxDtls>`
    const { message } = await one(
      document(
        `<Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ownr><Nm>Owner</Nm></Ownr></Acct><Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><NtryDtls>${details('A')}${details('B')}</NtryDtls><AddtlNtryInf>words</AddtlNtryInf></Ntry><Ntry><Amt Ccy="EUR">6</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry></Stmt>`,
        'camt.053.001.08',
        'BkToCstmrStmt',
      ),
    )
    expect(
      message.transactions.map(({ kind, status, references, amount, parties }) => [
        kind,
        status,
        references.endToEnd,
        amount?.value,
        parties.map(({ role, name }) => `${role} ${name?.value ?? ''}`.trim()),
      ]),
    ).toEqual([
      ['statementEntry', 'D', 'A', '5', ['instructingAgent', 'accountOwner Owner', 'creditor A']],
      ['statementEntry', 'D', 'B', '5', ['instructingAgent', 'accountOwner Owner', 'creditor B']],
      ['statementEntry', 'C', undefined, '6', ['instructingAgent', 'accountOwner Owner']],
    ])
  })

  it.each([
    [
      'pacs.002.001.10',
      'FIToFIPmtStsRpt',
      '<TxInfAndSts><OrgnlInstrId>I-1</OrgnlInstrId><TxSts>RJCT</TxSts></TxInfAndSts>',
      { kind: 'status', status: 'RJCT', references: { related: 'I-1' } },
    ],
    [
      'pacs.002.001.03',
      'FIToFIPmtStsRpt',
      '<OrgnlGrpInfAndSts><OrgnlMsgId>M-0</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>',
      { kind: 'status', status: 'RJCT', references: { related: 'M-0' } },
    ],
    [
      'pacs.004.001.09',
      'PmtRtr',
      '<TxInf><RtrId>R</RtrId><OrgnlInstrId>I-1</OrgnlInstrId><RtrdIntrBkSttlmAmt Ccy="EUR">3</RtrdIntrBkSttlmAmt><OrgnlTxRef><Cdtr><Pty><Nm>C</Nm></Pty></Cdtr></OrgnlTxRef></TxInf>',
      {
        kind: 'return',
        amount: { value: '3' },
        references: { related: 'I-1' },
        parties: [{ role: 'instructingAgent' }, { role: 'creditor', name: { value: 'C' } }],
      },
    ],
    [
      'pain.008.001.02',
      'CstmrDrctDbtInitn',
      '<PmtInf><Cdtr><Nm>C</Nm></Cdtr><DrctDbtTxInf><InstdAmt Ccy="EUR">4</InstdAmt><Dbtr><Nm>D</Nm></Dbtr></DrctDbtTxInf></PmtInf>',
      {
        kind: 'directDebit',
        amount: { value: '4' },
        parties: [{ role: 'instructingAgent' }, { role: 'creditor' }, { role: 'debtor' }],
      },
    ],
    [
      'camt.056.001.08',
      'FIToFIPmtCxlReq',
      '<Undrlyg><TxInf><CxlId>X</CxlId><OrgnlInstrId>I-1</OrgnlInstrId><CxlRsnInf><AddtlInf>wrong</AddtlInf></CxlRsnInf></TxInf></Undrlyg>',
      { kind: 'cancellationRequest', references: { related: 'I-1' }, texts: [{ value: 'wrong' }] },
    ],
    [
      'camt.054.001.08',
      'BkToCstmrDbtCdtNtfctn',
      '<Ntfctn><Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry></Ntfctn>',
      { kind: 'debitConfirmation' },
    ],
    [
      'seev.031.001.09',
      'CorpActnNtfctn',
      '<CorpActnGnlInf><Narr>Words of a notice</Narr></CorpActnGnlInf>',
      { kind: 'freeFormat', texts: [{ value: 'Words of a notice', role: 'additionalInformation' }] },
    ],
  ])('maps %s', async (type, root, body, expected) => {
    const { message } = await one(document(body, type, root))
    expect(message.type).toBe(type)
    expect(message.transactions[0]).toMatchObject(expected)
  })
})

describe('an input of several documents, or of many transactions', () => {
  it.each([7, 1000, 64 * 1024])('reads documents one after another, in pieces of %i bytes', async (size) => {
    const { messages, faults } = await read(
      `<?xml version="1.0"?>${document(transfer(1))}\n<?xml version="1.0"?>\n${document(transfer(2), 'pacs.008.001.07')}`,
      {},
      size,
    )
    expect(faults).toEqual([])
    expect(messages.map(({ message: { type, transactions } }) => [type, transactions.length])).toEqual([
      ['pacs.008.001.08', 1],
      ['pacs.008.001.07', 1],
    ])
    for (const { message, text } of messages)
      for (const { value, from, to } of located(message))
        expect(text.slice(from, to).replace('&amp;', '&')).toBe(value)
  })

  it('gives a long document in parts, each with its headers and its transactions in their places', async () => {
    const { messages } = await read(
      document(Array.from({ length: 25 }, (_, n) => transfer(n + 1)).join('')),
      { partSize: 10 },
    )
    expect(
      messages.map(({ message: { part, id, transactions } }) => [part, id, transactions.length]),
    ).toEqual([
      [1, 'M-1', 10],
      [2, 'M-1', 10],
      [3, 'M-1', 5],
    ])
    expect(messages[2]!.message.transactions[0]!.path).toBe('/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[21]')
    for (const { message, text } of messages)
      for (const { value, from, to } of located(message))
        expect(text.slice(from, to).replace('&amp;', '&')).toBe(value)
  })

  it('holds a file of 100,000 transactions in little memory', async () => {
    const count = 100_000
    async function* file() {
      const encoder = new TextEncoder()
      yield encoder.encode(
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>BIG</MsgId></GrpHdr>',
      )
      for (let n = 0; n < count; n += 100)
        yield encoder.encode(
          Array.from(
            { length: 100 },
            (_, i) =>
              `<CdtTrfTxInf><PmtId><EndToEndId>E${n + i}</EndToEndId></PmtId><Dbtr><Nm>D</Nm></Dbtr><Cdtr><Nm>C${n + i}</Nm></Cdtr></CdtTrfTxInf>`,
          ).join(''),
        )
      yield encoder.encode('</FIToFICstmrCdtTrf></Document>')
    }
    let [seen, longest, most] = [0, 0, 0]
    const before = process.memoryUsage().heapUsed
    for await (const { messages } of readMx(file()))
      for (const { message, text } of messages) {
        seen += message.transactions.length
        longest = Math.max(longest, text.length)
        if (seen % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before)
      }
    expect(seen).toBe(count)
    expect(longest).toBeLessThan(100_000)
    expect(most).toBeLessThan(200 * 2 ** 20)
  }, 60_000)
})

describe('bad input', () => {
  it.each([
    ['a document that is cut off', document(transfer(1) + transfer(2)).slice(0, -400), 'PAYMENTS_XML', 1],
    ['tags that do not match', document(`${transfer(1)}<CdtTrfTxInf></Wrong>`), 'PAYMENTS_XML', 1],
    [
      'a document type with nested entities',
      `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${document('')}`,
      'PAYMENTS_XML',
      0,
    ],
    [
      'a reference to an entity that nobody defined',
      document(`${transfer(1)}<CdtTrfTxInf>&b;</CdtTrfTxInf>`),
      'PAYMENTS_XML',
      1,
    ],
    ['elements nested a thousand deep', document(`<CdtTrfTxInf>${'<A>'.repeat(1000)}`), 'PAYMENTS_XML', 0],
    [
      'a field of 10 MB',
      document(
        `${transfer(1)}<CdtTrfTxInf><RmtInf><Ustrd>${'A'.repeat(10_000_000)}</Ustrd></RmtInf></CdtTrfTxInf>`,
      ),
      'PAYMENTS_TOO_LARGE',
      1,
    ],
    ['XML that is no message', '<html><body>Not found</body></html>', 'PAYMENTS_UNKNOWN', 0],
  ])(
    'is a typed fault with its place, and the documents behind it are read: %s',
    async (_, text, code, kept) => {
      const { messages, faults } = await read(`${text}\n<?xml version="1.0"?>\n${document(transfer(9))}`)
      expect(faults.length).toBe(1)
      expect(faults[0]).toMatchObject({ code, where: expect.stringMatching(/^line \d+/) })
      expect(faults[0]!.remedy).not.toBe('')
      expect(messages.reduce((sum, { message }) => sum + message.transactions.length, 0)).toBe(kept + 1)
      expect(messages.at(-1)!.message.transactions[0]!.references.endToEnd).toBe('E-9')
    },
    30_000,
  )

  it('is told of where bytes are not what they are declared to be', async () => {
    const text = document(transfer(1))
    const bytes = Buffer.concat([
      Buffer.from(text.slice(0, 900)),
      Buffer.from([0xe4]),
      Buffer.from(`${text.slice(900)}\n<?xml version="1.0"?>\n${document(transfer(9))}`),
    ])
    const { messages, faults } = await read(bytes)
    expect(faults).toMatchObject([{ code: 'PAYMENTS_CHARSET', offset: 900 }])
    expect(messages.at(-1)!.message.transactions[0]!.references.endToEnd).toBe('E-9')
  })

  it('reads Latin-1 where the declaration says so', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${document(transfer(1).replace('Harland', 'Härland'))}`
    const { messages } = await read(Buffer.from(text, 'latin1'))
    expect(
      messages[0]!.message.transactions[0]!.parties.find(({ role }) => role === 'debtor')!.name!.value,
    ).toBe('Härland Foods')
  })
})
