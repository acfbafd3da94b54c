import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acronymsOf } from './acronym.ts'
import { analyseName } from './analyse.ts'
import { maxNameLength } from './fold.ts'
import { maxKeys, maxSpellings, type NameOf } from './name.ts'
import { maxWords } from './words.ts'

const spellings = (name: string, nameOf?: NameOf): string[][] =>
  analyseName(name, nameOf).tokens.map((token) => token.spellings.map((spelling) => spelling.text))
const kinds = (name: string, nameOf?: NameOf): string[] =>
  analyseName(name, nameOf).tokens.map((token) => token.kind)
const keys = (name: string, nameOf?: NameOf): Set<string> =>
  new Set(analyseName(name, nameOf).tokens.flatMap((token) => token.keys.map((key) => key.text)))
const share = (a: string, b: string, prefix: string, nameOf?: NameOf): boolean => {
  const other = keys(b, nameOf)
  return [...keys(a, nameOf)].some((key) => key.startsWith(prefix) && other.has(key))
}

describe('spellings by script', () => {
  it.each([
    ['김정은', 0, ['kim', 'gim']],
    ['김정은', 1, ['jeongeun', 'jongun', 'chongun']],
    ['박', 0, ['pak', 'park', 'bak']],
    ['习近平', 0, ['xi']],
    ['习近平', 1, ['jinping', 'chinping']],
    ['陳', 0, ['chen', 'chan', 'tan']],
    ['山口', 0, ['yamaguchi']],
    ['トヨタ', 0, ['toyota']],
    ['さっぽろ', 0, ['sapporo']],
    ['Слуцкий', 0, ['slutskiy', 'slutsky', 'slutskii']],
    ['Юрьевна', 0, ['yuryevna', 'iurevna']],
    ['Зеленський', 0, ['zelenskyi']],
    ['Лукашэнка', 0, ['lukashenka']],
    ['Вучић', 0, ['vucic', 'vuchich']],
    ['محمد', 0, ['muhammad', 'mohammed', 'mohamed']],
    ['جابري', 0, ['jabri', 'jaberi']],
    ['حميدرضا', 0, ['hamidreza']],
    ['عبدالرحمن', 0, ['abdulrahman']],
    ['לוי', 0, ['lvi']],
    ['สมชาย', 0, ['smchay']],
    ['Παπαδόπουλος', 0, ['papadopoulos']],
    ['დავით', 0, ['davit']],
    ['Սարգսյան', 0, ['sargsyan']],
    ['दिनेश', 0, ['dinesh']],
    ['Müller', 0, ['muller', 'mueller']],
  ])('%s, word %i, has %j', (name, at, expected) => {
    expect(spellings(name, 'person')[at]).toEqual(expect.arrayContaining(expected))
  })

  it('names the system of every spelling', () => {
    const systems = analyseName('김정은', 'person').tokens[1]!.spellings.map((spelling) => spelling.reason)
    expect(systems).toEqual(expect.arrayContaining(['Revised Romanization', 'North Korean usage']))
  })
})

describe('kinds of words', () => {
  it.each<[string, NameOf | undefined, string[]]>([
    ['Mr. Osama bin Laden Jr.', 'person', ['title', 'word', 'particle', 'word', 'suffix']],
    ['John Smith III', 'person', ['word', 'word', 'suffix']],
    ['中国船舶集团有限公司', 'organization', ['word', 'generic', 'orgForm', 'orgForm']],
    ['J. R. Smith', 'person', ['initial', 'initial', 'word']],
    ['Acme Trading Co., Ltd.', 'organization', ['word', 'generic', 'orgForm']],
    ['ООО Ромашка', 'organization', ['orgForm', 'word']],
    ['株式会社山輝', undefined, ['orgForm', 'word']],
    ['조선무역은행', undefined, ['word', 'generic', 'generic']],
    ['Bank of Example', 'organization', ['generic', 'stop', 'word']],
    ['M/V ANNA III', 'vessel', ['vesselPrefix', 'word', 'number']],
    ['XI Jinping', 'person', ['word', 'word']],
  ])('%s (%s): %j', (name, nameOf, expected) => {
    expect(kinds(name, nameOf)).toEqual(expected)
  })

  it.each([
    ['Bank III', 3],
    ['Bank 3rd', 3],
    ['Bank No. 3', 3],
    ['Bank #3', 3],
    ['Third Bank', 3],
    ['第三银行', 3],
    ['제3은행', 3],
    ['Bank ٣', 3],
  ])('%s has the number %i and no other', (name, value) => {
    const numbers = analyseName(name, 'organization').tokens.filter((token) => token.kind === 'number')
    expect(numbers.map((token) => token.value)).toEqual([value])
  })

  it.each([
    ['Acme Limited', 'Acme Ltd'],
    ['OOO Romashka', 'Romashka Limited Liability Company'],
    ['Общество с ограниченной ответственностью Ромашка', 'Romashka LLC'],
    ['ПАО Ромашка', 'Romashka Public Joint Stock Company'],
    ['주식회사 보통', 'Botong KK'],
    ['河北有限公司', 'Hebei Co., Ltd.'],
  ])('%s and %s have one legal form', (a, b) => {
    const form = (name: string): string | undefined =>
      analyseName(name, 'organization').tokens.find((token) => token.kind === 'orgForm')?.form
    expect(form(a)).toBeDefined()
    expect(form(a)).toBe(form(b))
  })
})

describe('keys that meet', () => {
  it.each<[string, string, string, NameOf]>([
    ['Bill', 'William', 'nn:', 'person'],
    ['Саша', 'Aleksandr', 'nn:', 'person'],
    ['Mohammed', 'محمد', 'ar:', 'person'],
    ['Muhammad', 'Mohamed', 'ar:', 'person'],
    ['Abdurrahman', 'Abdelrahman', 'abd:', 'person'],
    ['Khodorkovsky', 'Hodorkovskiy', 'so:', 'person'],
    ['Ivanova', 'Ivanov', 'so:', 'person'],
    ['Nikolaevich', 'Mikalaevich', 'pn:', 'person'],
    ['Barsukou', 'Барсуков', 'sv:', 'person'],
    ['завод', 'factory', 'co:', 'organization'],
    ['은행', 'Bank', 'co:', 'organization'],
    ['貿易', 'trading', 'co:', 'organization'],
    ['للتجارة', 'trading', 'co:', 'organization'],
  ])('%s and %s share a key %s', (a, b, prefix, nameOf) => {
    expect(share(a, b, prefix, nameOf)).toBe(true)
  })

  it.each<[string, string]>([
    ['Hassan', 'Hussein'],
    ['Ivanov', 'Ivanenko'],
    ['bank', 'factory'],
  ])('%s and %s share none', (a, b) => {
    expect(share(a, b, '', 'organization')).toBe(false)
  })

  it.each([
    ['Mao Zedong', 'Mao Tse-tung'],
    ['毛澤東', 'MAO Tse-tung'],
    ['Xi Jinping', 'Jin Ping Xi'],
    ['金正恩', 'Jin Zhengen'],
  ])('%s and %s are one Chinese name', (a, b) => {
    const other = new Set(analyseName(b, 'person').keys.map((key) => key.text))
    expect(analyseName(a, 'person').keys.some((key) => other.has(key.text))).toBe(true)
  })
})

describe('deceptive letters', () => {
  it('match and are reported', () => {
    const name = analyseName('Kim Jоng Un', 'person')
    expect(name.mixedScript).toBe(true)
    expect(name.lookalikes).toEqual(['о'])
    expect(name.keys).toEqual(analyseName('Kim Jong Un', 'person').keys)
  })
  it.each([
    ['РАRК ЈІN НУОК', 'park jin hyok'],
    ['Vісtоr Воut', 'victor bout'],
    ['КІМ JОNG UN', 'kim jong un'],
    ['ΚΙΜ JΟΝG UΝ', 'kim jong un'],
    ["ΜΟΗΑΜΜΕD'S ΑRΜΥ", 'mohammeds army'],
  ])('%s is read as %s when every letter with a double was replaced', (disguised, plain) => {
    const name = analyseName(disguised)
    expect(name.tokens.map((token) => token.folded).join(' ')).toBe(plain)
    expect(name.mixedScript).toBe(true)
    expect(name.keys).toEqual(analyseName(plain).keys)
  })
  it.each([
    ['Cбербанк', 'сбербанк'],
    ['ТОРГОВЫЙ ДОМ ВTБ', 'торговый дом втб'],
    ['Завод C Петром', 'завод с петром'],
    ['МОСКВA', 'москва'],
    ['Банк BTБ (VTB Bank)', 'банк втб vtb bank'],
    ['Aθήνα', 'αθηνα'],
  ])('%s stays what it is', (name, folded) => {
    expect(
      analyseName(name)
        .tokens.map((token) => token.folded)
        .join(' '),
    ).toBe(folded)
  })
  it.each(['СОІВА', 'Сhаро', 'ΚΑΗΑΝΕ'])('%s, of doubles only, has both readings', (name) => {
    const [token] = analyseName(name).tokens
    expect(token!.spellings.at(-1)!.reason).toBe('look-alike letters')
  })
  it('leave honest names of two scripts alone', () => {
    expect(analyseName('ООО Caterpillar').lookalikes).toEqual([])
    expect(analyseName('Роман').mixedScript).toBe(false)
  })
  it('are looked for in whole words too', () => {
    expect(spellings('Kim Сосо').at(-1)).toContain('coco')
  })
})

describe('acronymsOf', () => {
  it.each([
    ['Reconnaissance General Bureau', 'rgb'],
    ["Democratic People's Republic of Korea", 'dprk'],
    ['정찰총국', 'rg'],
  ])('%s: %s', (name, acronym) => {
    expect(acronymsOf(analyseName(name, 'organization').tokens)).toContain(acronym)
  })
})

describe('any string', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom('김', '정', '金', 'っ', 'ー', 'ا', 'ل', 'а', 'a', ' ', '3', '.', '\ud800', '第'),
    }),
  )
  const nameOf = fc.constantFrom(undefined, 'person', 'organization', 'vessel') as fc.Arbitrary<
    NameOf | undefined
  >

  it('is analysed within bounds, with costs of 0 to 1', () => {
    fc.assert(
      fc.property(names, nameOf, (name, of) => {
        const { tokens, keys: whole } = analyseName(name, of)
        expect(tokens.length).toBeLessThanOrEqual(2 * maxWords)
        expect(whole.length).toBeLessThanOrEqual(maxKeys)
        for (const token of tokens) {
          expect(token.spellings.length).toBeLessThanOrEqual(maxSpellings)
          expect(token.keys.length).toBeLessThanOrEqual(maxKeys)
          for (const spelling of token.spellings) expect(spelling.text).toMatch(/^[a-z0-9]+$/)
          for (const variant of [...token.spellings, ...token.keys]) {
            expect(variant.cost).toBeGreaterThanOrEqual(0)
            expect(variant.cost).toBeLessThan(1)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same answer twice, with and without a memory', () => {
    const memory = new Map()
    fc.assert(
      fc.property(names, nameOf, (name, of) => {
        expect(analyseName(name, of, memory)).toEqual(analyseName(name, of))
      }),
    )
  })

  it('is cut at the limit and says so', () => {
    const long = analyseName('Kim '.repeat(maxNameLength))
    expect(long.truncated).toBe(true)
    expect(long.tokens.length).toBeLessThanOrEqual(maxWords)
    expect(analyseName('Kim Jong Un').truncated).toBe(false)
  })
})
