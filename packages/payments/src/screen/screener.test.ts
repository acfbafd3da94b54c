import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsOf, messageKey } from './finding.ts'
import { PaymentScreener } from './screener.ts'
import { knowledgeOf, listIn, messageIn } from './testing-known.ts'
import { type CaseFields, messageOf } from './testing-messages.ts'

const list = listIn(readFileSync(new URL('fixtures/archetype-list.ftm.json', import.meta.url), 'utf8'))
const known = knowledgeOf([
  ...list,
  {
    id: 'w-1',
    caption: 'wallet',
    schema: 'CryptoWallet',
    properties: { publicKey: ['1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE'], holder: ['ofac-24918'] },
    datasets: ['test_list'],
    referents: [],
    target: true,
  },
  {
    id: 'k-1',
    caption: '조선광업개발무역회사',
    schema: 'Organization',
    properties: { name: ['조선광업개발무역회사'] },
    datasets: ['test_list'],
    referents: [],
    target: true,
  },
])
const screener = new PaymentScreener(known)

async function screen(shape: 'MT103' | 'pacs.008', fields: CaseFields) {
  const read = await messageIn(messageOf(shape, fields))
  return { ...read, ...screener.screen(read.message) }
}

describe('a message that is screened', () => {
  it('is held for a listed beneficiary, with the place of the name', async () => {
    const { recommendation, hits, text, versions } = await screen('pacs.008', {
      creditor: 'Tanchon Commercial Bank',
    })
    expect(recommendation).toBe('hold')
    const hit = hits.find(({ kind }) => kind === 'party')!
    expect(hit).toMatchObject({
      level: 'hold',
      role: 'creditor',
      entityId: 'ofac-9346',
      path: '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr/Nm',
    })
    expect(text.slice(hit.from, hit.to)).toBe('Tanchon Commercial Bank')
    expect(hit.explanations?.name?.words?.length).toBeGreaterThan(0)
    expect(versions).toEqual({ test_list: '1', 'test-places': '2026-01-01' })
  })

  it('is held for a listed wallet as account or in the text, a passport, a BIC', async () => {
    const wallet = '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE'
    for (const fields of [
      { creditorAccount: wallet },
      { text: `to ${wallet} thanks` },
      { creditorPassport: '290333974' },
      { text: 'passport no 290333974' },
    ] as CaseFields[]) {
      const { recommendation, hits } = await screen('pacs.008', fields)
      expect([recommendation, hits[0]?.kind, hits[0]?.entityId]).toEqual(['hold', 'identifier', 'ofac-24918'])
    }
    const { hits } = await screen('MT103', { intermediaryBic: 'FTBDKPPYXXX' })
    expect(hits.map(({ kind, level }) => `${kind} ${level}`)).toEqual(['place hold', 'identifier hold'])
  })

  it('finds a name that a line end cuts, in the middle of a word too, and shows it whole', async () => {
    const { recommendation, hits, text } = await screen('MT103', {
      text: 'FREIGHT FOR ACCOUNT OF NAMCHONGANG TRADING CORPORATION',
    })
    expect(recommendation).toBe('hold')
    expect(hits[0]!.value).toMatch(/^NAMCHONG ?ANG TRADING/)
    expect(text.slice(hits[0]!.from, hits[0]!.to)).toContain('\r\n')
  })

  it('finds a name with a typo in free text, and says so', async () => {
    const { recommendation, hits } = await screen('pacs.008', {
      text: 'Invoice of Korea Minning Development Trading Corporation',
    })
    expect([recommendation, hits[0]!.reasons]).toEqual(['review', ['typo']])
  })

  it('finds a name of another script within a run of it', async () => {
    const { hits } = await screen('pacs.008', { text: '송금 조선광업개발무역회사에' })
    expect(hits[0]).toMatchObject({ entityId: 'k-1', level: expect.stringMatching(/hold|review/) })
  })

  it('holds what goes to a place under embargo, and only looks at what speaks of one', async () => {
    expect((await screen('MT103', { creditorAddress: '3 LENINA STREET KERCH' })).recommendation).toBe('hold')
    expect((await screen('pacs.008', { creditorCountry: 'KP' })).recommendation).toBe('hold')
    expect((await screen('pacs.008', { text: 'Visa for a trip to Pyongyang' })).recommendation).toBe('review')
    expect((await screen('pacs.008', { text: 'Hotel Yalta, 2 nights' })).recommendation).toBe('pass')
    expect((await screen('pacs.008', { creditorAddress: 'Hotel street 1, Yalta' })).recommendation).toBe(
      'review',
    )
  })

  it('notes goods, and asks nothing for them alone', async () => {
    const { recommendation, hits } = await screen('MT103', { text: '200 MT ANTHRACITE' })
    expect([recommendation, hits.map(({ kind, level }) => `${kind} ${level}`)]).toEqual([
      'pass',
      ['goods note'],
    ])
  })

  it('gives the same answer again from memory, and without any', async () => {
    const { message } = await messageIn(
      messageOf('pacs.008', { creditor: 'Pak Jin Hyok', text: 'for NAMCHONGANG TRADING' }),
    )
    const first = screener.screen(message)
    expect(screener.screen(message)).toEqual(first)
    expect(new PaymentScreener(known, { remember: 0 }).screen(message)).toEqual(first)
  })

  it('never fails, whatever a message holds, and its hits lie within the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ maxLength: 200 }),
        async (creditor, words) => {
          const clean = (value: string) => value.replace(/[<&>\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ') || 'x'
          const { hits, text } = await screen('pacs.008', { creditor: clean(creditor), text: clean(words) })
          for (const { from, to } of hits)
            expect((to ?? 0) >= (from ?? 0) && (to ?? 0) <= text.length).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds every listed name of several words that is put into ordinary text', async () => {
    for (const { properties, id, schema } of list) {
      const name = properties.name![0]!
      if (name.split(/\s/).length < 2 || schema === 'Airplane' || name === 'ARGON OOO') continue
      const words =
        schema === 'Vessel' ? `freight of vessel ${name} in october` : `invoice of ${name} for october`
      const { hits } = await screen('pacs.008', { text: words })
      expect(hits.map(({ entityId }) => entityId)).toContain(id)
    }
  })
})

describe('findings of a message', () => {
  it('are one for each entity, with evidence in its place, the same each time', async () => {
    const { message, ...screened } = await screen('pacs.008', {
      creditor: 'Tanchon Commercial Bank',
      text: 'for Tanchon Commercial Bank',
    })
    const findings = findingsOf(message, messageKey(message), screened, known, 5)
    expect(findings.map(({ rule, watch, severity }) => [watch, rule, severity])).toEqual([
      ['payments', 'payments.listed-party', 'high'],
      ['payments', 'payments.listed-name-in-text', 'high'],
    ])
    expect(findings[0]).toMatchObject({
      subjects: [{ kind: 'payment', id: 'pacs.008.001.08||PAY-2611-0042' }],
      matches: [{ kind: 'entity', id: 'ofac-9346' }],
      window: { start: Date.parse('2026-11-02T09:30:00Z') },
      knowledgeVersions: { test_list: '1' },
      evidence: [{ feature: 'party', path: expect.stringContaining('/Cdtr/Nm') }],
    })
    expect(findingsOf(message, messageKey(message), screened, known, 9)).toEqual(findings)
  })

  it('are none where nothing asks for a look', async () => {
    const { message, ...screened } = await screen('MT103', { text: '200 MT ANTHRACITE' })
    expect(findingsOf(message, messageKey(message), screened, known, 0)).toEqual([])
  })
})
