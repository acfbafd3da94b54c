import { bytesOf } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import { readMt } from './read.ts'

const header = (type: string, more = '') => `{1:F01COBADEFFAXXX0001000042}{2:I${type}BARCGB22XXXXN}${more}`
const message = (type: string, lines: readonly string[], more = '') =>
  `${header(type, more)}{4:\r\n${lines.join('\r\n')}\r\n-}`

async function read(text: string | Uint8Array, size?: number) {
  const all = {
    messages: [] as unknown[] as Awaited<ReturnType<typeof one>>[],
    faults: [] as { where: string; code: string; offset: number }[],
  }
  for await (const batch of readMt(bytesOf(text, size))) {
    all.messages.push(...batch.messages)
    all.faults.push(...batch.faults)
  }
  return all
}
async function one(text: string) {
  for await (const { messages } of readMt(bytesOf(text))) return messages[0]!
  throw new Error('no message')
}

const mt103 = message('103', [
  ':20:PAY-42',
  ':32A:261102EUR12500,50',
  ':50F:/DE89370400440532013000',
  '1/HARLAND FOODS GMBH',
  '2/HANAUER LANDSTRASSE 120',
  '3/DE/FRANKFURT',
  ':52A:COBADEFFXXX',
  ':56D://FW021000089',
  'CORRESPONDENT BANK',
  'NEW YORK',
  ':57A:BARCGB22XXX',
  ':59:/20325311445566',
  'EVERETT CERAMICS LTD',
  'MANCHESTER',
  'GB',
  ':70:INVOICE 4711',
  ':72:/INS/COBADEFF',
  '//SECOND LINE',
  ':77B:/ORDERRES/DE',
])

describe('what an MT message says, in the words of both families', () => {
  it('gives a 103 its parties, amount, date, texts and references', async () => {
    const { message: found, text } = await one(mt103)
    expect(found).toMatchObject({
      family: 'MT',
      type: '103',
      id: 'PAY-42',
      sender: 'COBADEFF',
      receiver: 'BARCGB22',
      direction: 'input',
      session: 1,
      sequence: 42,
    })
    const [transaction] = found.transactions
    expect(transaction).toMatchObject({
      kind: 'customerTransfer',
      amount: { value: '12500.50', currency: 'EUR' },
      settlementDate: '2026-11-02',
      references: { instruction: 'PAY-42' },
    })
    const role = (name: string) => transaction!.parties.find((party) => party.role === name)
    expect(role('debtor')).toMatchObject({
      name: { value: 'HARLAND FOODS GMBH', path: ':50F:/2' },
      country: { value: 'DE' },
      town: { value: 'FRANKFURT' },
      account: { value: 'DE89370400440532013000' },
    })
    expect(role('intermediaryAgent1')).toMatchObject({
      clearing: { value: '//FW021000089' },
      name: { value: 'CORRESPONDENT BANK' },
    })
    expect(role('creditor')).toMatchObject({
      name: { value: 'EVERETT CERAMICS LTD', path: ':59:/2' },
      country: { value: 'GB' },
    })
    expect(transaction!.texts.map(({ role: what }) => what)).toEqual([
      'remittance',
      'instruction',
      'regulatoryReporting',
    ])
    for (const { name } of transaction!.parties)
      if (name) expect(text.slice(name.from, name.to)).toBe(name.value)
  })

  it('reads the person of a 50F: birth, number, name over two lines', async () => {
    const { message: found } = await one(
      message('103', [
        ':20:A',
        ':32A:261102USD1,',
        ':50F:CCPT/KP/290333974',
        '1/PARK JIN',
        '1/HYOK',
        '3/CN/DALIAN',
        '4/19840815',
        '5/KP/PYONGYANG',
        ':59:X LTD',
      ]),
    )
    expect(found.transactions[0]!.parties[0]).toMatchObject({
      role: 'debtor',
      nature: 'person',
      name: { value: 'PARK JIN HYOK' },
      birthDate: { value: '1984-08-15' },
      birthPlace: { value: 'PYONGYANG' },
      identifiers: [{ value: '290333974', scheme: 'CCPT' }],
    })
  })

  it('gives a cover payment its banks, and the customers behind it as underlying', async () => {
    const { message: found } = await one(
      message(
        '202',
        [
          ':20:C1',
          ':21:PAY-42',
          ':32A:261102USD5,',
          ':52A:COBADEFF',
          ':58A:BARCGB22',
          ':50K:/1',
          'HARLAND',
          ':59:/2',
          'EVERETT',
        ],
        '{3:{119:COV}}',
      ),
    )
    expect(found.type).toBe('202COV')
    expect(found.transactions[0]!.kind).toBe('coverTransfer')
    expect(
      found.transactions[0]!.parties.map(
        ({ role, underlying }) => `${role}${underlying ? ' underlying' : ''}`,
      ),
    ).toEqual(['debtor', 'creditor', 'debtor underlying', 'creditor underlying'])
  })

  it('gives each order of a 101 what all share', async () => {
    const { message: found } = await one(
      message('101', [
        ':20:F1',
        ':28D:1/1',
        ':50H:/1',
        'HARLAND',
        ':30:261102',
        ':21:T1',
        ':32B:EUR1,',
        ':59:/2',
        'A LTD',
        ':21:T2',
        ':32B:EUR2,',
        ':59:/3',
        'B LTD',
      ]),
    )
    expect(
      found.transactions.map(({ references, amount, settlementDate, parties }) => [
        references.transaction,
        amount?.value,
        settlementDate,
        parties.map(({ name }) => name?.value),
      ]),
    ).toEqual([
      ['T1', '1', '2026-11-02', ['HARLAND', 'A LTD']],
      ['T2', '2', '2026-11-02', ['HARLAND', 'B LTD']],
    ])
  })

  it.each(['940', '950'])('gives the entries of a %s with side, amount and references', async (type) => {
    const { message: found } = await one(
      message(type, [
        ':20:S1',
        ':25:123-456',
        ':28C:1/1',
        ':60F:C261101EUR100,',
        ':61:2611021102D12,5NTRFPAY-42//BANKREF',
        'DETAILS OF IT',
        ':86:MORE TEXT',
        ':61:2611021102RC7,NMSCNONREF',
        ':62F:C261102EUR87,5',
      ]),
    )
    expect(found.transactions).toMatchObject([
      {
        kind: 'statementEntry',
        status: 'D',
        amount: { value: '12.5', currency: 'EUR' },
        references: { related: 'PAY-42', transaction: 'BANKREF' },
        settlementDate: '2026-11-02',
        texts: [{ value: 'DETAILS OF IT' }, { value: 'MORE TEXT' }],
      },
      { status: 'RC', amount: { value: '7', currency: 'EUR' } },
    ])
  })

  it.each([
    ['900', 'debitConfirmation'],
    ['910', 'creditConfirmation'],
  ])('reads a %s as a confirmation', async (type, kind) => {
    const { message: found } = await one(
      message(type, [':20:N1', ':21:PAY-42', ':25:123', ':32A:261102EUR5,', ':52A:COBADEFF']),
    )
    expect(found.transactions).toMatchObject([
      {
        kind,
        references: { related: 'PAY-42' },
        parties: [{ role: 'accountOwner', account: { value: '123' } }, { role: 'debtorAgent' }],
      },
    ])
  })

  it('keeps every text of a type that has no mapping of its own', async () => {
    const { message: found } = await one(
      message('700', [':20:LC1', ':40A:IRREVOCABLE', ':50:APPLICANT LTD', ':45A:COAL FROM NAMPO']),
    )
    expect(found.transactions[0]!.texts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['COAL FROM NAMPO', 'IRREVOCABLE', 'APPLICANT LTD']),
    )
  })

  it('says of a 199 that it is free text, and of a 103 with a reason of return that it is a return', async () => {
    expect(
      (await one(message('199', [':20:A', ':21:B', ':79:PLEASE CANCEL']))).message.transactions[0],
    ).toMatchObject({ kind: 'freeFormat', references: { related: 'B' }, texts: [{ value: 'PLEASE CANCEL' }] })
    expect(
      (await one(message('103', [':20:A', ':32A:261102EUR1,', ':59:X', ':72:/RETN/59', '/AC01/']))).message
        .transactions[0]!.kind,
    ).toBe('return')
  })
})

describe('a batch of MT messages', () => {
  const ack = (verdict: string) =>
    `{1:F21COBADEFFAXXX0001000042}{4:{177:2611021230}{451:${verdict}}{405:H50}{108:MUR}}`

  it.each([3, 17, 64 * 1024])(
    'is cut at its messages, in RJE, with acknowledgements, in pieces of %i bytes',
    async (size) => {
      const { messages, faults } = await read(`${mt103}$${ack('0')}${mt103}$\r\n${ack('1')}$${mt103}`, size)
      expect(faults).toEqual([])
      expect(messages.map(({ message: { type, acknowledgement } }) => [type, acknowledgement])).toEqual([
        ['103', undefined],
        ['103', 'ACK'],
        ['ACK', 'NAK'],
        ['103', undefined],
      ])
      expect(messages[2]!.message).toMatchObject({ errorCode: 'H50', userReference: 'MUR', sequence: 42 })
    },
  )

  it('is cut at its sectors in DOS-PCC', async () => {
    const sector = (text: string) => `\u0001${text}\u0003`.padEnd(Math.ceil((text.length + 2) / 512) * 512)
    const { messages, faults } = await read(sector(mt103) + sector(message('199', [':20:B', ':79:HELLO'])))
    expect([messages.map(({ message: { type } }) => type), faults]).toEqual([['103', '199'], []])
  })

  it('goes on after messages that are broken, in another charset, or of 10 MB, and tells each place', async () => {
    const broken = mt103.replace('\r\n-}', '')
    const umlaut = Buffer.concat([
      Buffer.from(mt103.slice(0, -30)),
      Buffer.from([0xe4]),
      Buffer.from(mt103.slice(-30)),
    ])
    const huge = mt103.replace('INVOICE 4711', 'A'.repeat(10 * 1024 * 1024))
    const long = mt103.replace('INVOICE 4711', 'B'.repeat(100_000))
    const parts = [Buffer.from(`${broken}$`), umlaut, Buffer.from(`$${huge}$${long}$`), Buffer.from(mt103)]
    const { messages, faults } = await read(Buffer.concat(parts), 64 * 1024)
    expect(messages.length).toBe(1)
    expect(faults.map(({ code }) => code)).toEqual([
      'PAYMENTS_MT_BLOCK',
      'PAYMENTS_CHARSET',
      'PAYMENTS_TOO_LARGE',
      'PAYMENTS_TOO_LARGE',
    ])
    expect(faults[1]!.where).toMatch(/^line 38, field 72$/)
    expect(faults[3]!.where).toMatch(/field 70$/)
  }, 30_000)

  it('tells of what stands before the first message, and of a message without a type', async () => {
    const { faults } = await read(`Dear Sirs ${'{1:F01COBADEFFAXXX0001000042}{4:\n:20:A\n-}'}`)
    expect(faults.map(({ code }) => code)).toEqual(['PAYMENTS_UNKNOWN', 'PAYMENTS_MT_HEADER'])
  })
})
