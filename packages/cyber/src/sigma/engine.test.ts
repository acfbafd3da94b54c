import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, SigmaEngine } from './engine.ts'
import { SigmaError } from './errors.ts'
import { parseSigma } from './parse-rule.ts'
import type { SigmaFilter, SigmaRule } from './rule.ts'
import { processCreation, ruleOf } from './testing-rules.ts'

const matches = (
  detection: string,
  fields: Record<string, unknown>,
  placeholders = new Map<string, string[]>(),
) => {
  const engine = new SigmaEngine([ruleOf(detection)], { placeholders })
  if (engine.rejects.length > 0) throw engine.rejects[0]!
  return engine.match(processCreation(fields)).length > 0
}
const field = (key: string, value: unknown, fields: Record<string, unknown>) =>
  matches(`s:\n  ${key}: ${JSON.stringify(value)}\ncondition: s`, fields)

describe('values', () => {
  it('are compared without case, as text, whole', () => {
    expect(field('A', 'CMD.exe', { A: 'cmd.EXE' })).toBe(true)
    expect(field('A', 'cmd', { A: 'cmd.exe' })).toBe(false)
    expect(field('A', 4625, { A: '4625' })).toBe(true)
    expect(field('A', true, { A: 'True' })).toBe(true)
  })
  it('hold wildcards, and escapes take them out', () => {
    expect(field('A', 'prog?.exe', { A: 'progA.exe' })).toBe(true)
    expect(field('A', 'prog?.exe', { A: 'prog.exe' })).toBe(false)
    expect(field('A', 'a*c*e', { A: 'abcde' })).toBe(true)
    expect(field('A', 'a\\*c', { A: 'a*c' })).toBe(true)
    expect(field('A', 'a\\*c', { A: 'abc' })).toBe(false)
    expect(field('A', 'a\\\\*', { A: 'a\\xyz' })).toBe(true)
    expect(field('A', 'a\\\\\\*', { A: 'a\\*' })).toBe(true)
    expect(field('A', '\\\\\\\\srv', { A: '\\\\srv' })).toBe(true)
  })
  it('tell empty, null, absent and any apart', () => {
    expect(field('A', '', { A: '' })).toBe(true)
    expect(field('A', '', {})).toBe(false)
    expect(field('A', null, {})).toBe(true)
    expect(field('A', null, { A: null })).toBe(true)
    expect(field('A', null, { A: '' })).toBe(false)
    expect(field('A', '*', { A: 'x' })).toBe(true)
    expect(field('A', '*', {})).toBe(false)
  })
  it('of a list field meet when one of them does', () => {
    expect(field('A|contains', 'two', { A: ['one', 'number two'] })).toBe(true)
  })
})

describe('modifiers', () => {
  it('contains, startswith, endswith, and all of them', () => {
    expect(field('A|contains', 'b', { A: 'abc' })).toBe(true)
    expect(field('A|startswith', 'b', { A: 'abc' })).toBe(false)
    expect(field('A|endswith', 'BC', { A: 'abc' })).toBe(true)
    expect(field('A|contains|all', ['a', 'z'], { A: 'abc' })).toBe(false)
    expect(field('A|contains|all', ['a', 'c'], { A: 'abc' })).toBe(true)
  })
  it('cased, exists, neq', () => {
    expect(field('A|cased', 'Cmd', { A: 'cmd' })).toBe(false)
    expect(field('A|contains|cased', 'Cmd', { A: 'x Cmd' })).toBe(true)
    expect(field('A|exists', true, { A: null })).toBe(true)
    expect(field('A|exists', false, {})).toBe(true)
    expect(field('A|exists', false, { A: 1 })).toBe(false)
    expect(field('A|neq', 'x', { A: 'y' })).toBe(true)
    expect(field('A|neq', ['x', 'y'], { A: 'y' })).toBe(false)
  })
  it('re with i, m and s, case-sensitive without', () => {
    expect(field('A|re', 'a.c', { A: 'xabcx' })).toBe(true)
    expect(field('A|re', 'ABC', { A: 'abc' })).toBe(false)
    expect(field('A|re|i', 'ABC', { A: 'abc' })).toBe(true)
    expect(field('A|re|m', '^two$', { A: 'one\ntwo' })).toBe(true)
    expect(field('A|re|s', 'one.two', { A: 'one\ntwo' })).toBe(true)
    expect(field('A|re', 'one.two', { A: 'one\ntwo' })).toBe(false)
  })
  it('a regular expression built to explode stays linear', () => {
    expect(field('A|re', '(a+)+(b+)+(c+)+$', { A: `${'a'.repeat(20_000)}!` })).toBe(false)
  })
  it('windash exchanges every dash of a flag', () => {
    for (const dash of ['-', '/', '\u2013', '\u2014', '\u2015'])
      expect(field('A|contains|windash', ' -enc ', { A: `x ${dash}enc y` })).toBe(true)
    expect(field('A|contains|windash', 'a-b', { A: 'a/b' })).toBe(false)
  })
  it('base64, base64offset and the wide forms', () => {
    expect(field('A|base64', 'foobar', { A: 'Zm9vYmFy' })).toBe(true)
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const A = Buffer.from(`${before}https://evil${before}`).toString('base64')
      expect(field('A|base64offset|contains', 'https://', { A })).toBe(true)
      const B = Buffer.from(`${before}https://evil`, 'utf16le').toString('base64')
      expect(field('A|wide|base64offset|contains', 'https://', { A: B })).toBe(true)
    }
    expect(field('A|utf16be|base64', 'a', { A: 'AGE=' })).toBe(true)
    expect(field('A|utf16|base64', 'a', { A: '//5hAA==' })).toBe(true)
  })
  it('lt, lte, gt, gte on numbers and numbers in text', () => {
    expect(field('A|gt', 5, { A: '6' })).toBe(true)
    expect(field('A|gte', 6, { A: 6 })).toBe(true)
    expect(field('A|lt', 6, { A: 6 })).toBe(false)
    expect(field('A|lte', 6, { A: 'six' })).toBe(false)
  })
  it('minute to year, also with a comparison', () => {
    const A = '2016-02-04T23:36:00Z'
    for (const [part, value] of Object.entries({
      minute: 36,
      hour: 23,
      day: 4,
      week: 5,
      month: 2,
      year: 2016,
    }))
      expect([part, field(`A|${part}`, value, { A })]).toEqual([part, true])
    expect(field('A|hour|gte', 22, { A })).toBe(true)
  })
  it('cidr on both versions', () => {
    expect(field('A|cidr', '10.0.0.0/8', { A: '10.200.1.1' })).toBe(true)
    expect(field('A|cidr', '10.0.0.0/8', { A: '11.0.0.1' })).toBe(false)
    expect(field('A|cidr', 'fe80::/10', { A: 'fe80::1%eth0' })).toBe(true)
    expect(field('A|cidr', '10.0.0.0/8', { A: '::ffff:10.1.1.1' })).toBe(true)
  })
  it('fieldref compares two fields', () => {
    expect(field('A|fieldref', 'B', { A: 'X', B: 'x' })).toBe(true)
    expect(field('A|fieldref', 'B', { A: 'X' })).toBe(false)
    expect(field('A|fieldref|endswith', 'B', { A: 'abc', B: 'bc' })).toBe(true)
  })
  it('expand puts values in the place of placeholders, and misses none in silence', () => {
    const detection = `s:\n  A|expand: '%servers%-x'\ncondition: s`
    expect(matches(detection, { A: 'srv2-x' }, new Map([['servers', ['srv1', 'srv2']]]))).toBe(true)
    expect(() => matches(detection, { A: '' })).toThrow(/servers/)
  })
  it('one that nobody knows is a named error', () => {
    expect(() => field('A|containz', 'x', {})).toThrow(SigmaError)
    expect(() => field('A|re', '(?=x)', {})).toThrow(/RE2/)
  })
})

describe('conditions', () => {
  const detection = (condition: string) =>
    `a:\n  A: 1\nb1:\n  B: 1\nb2:\n  C: 1\n_c:\n  D: 1\ncondition: ${condition}`
  it('bind not before and before or', () => {
    expect(matches(detection('a or b1 and not b2'), { B: 1 })).toBe(true)
    expect(matches(detection('(a or b1) and not b2'), { A: 1, C: 1 })).toBe(false)
  })
  it('count searches', () => {
    expect(matches(detection('1 of b*'), { C: 1 })).toBe(true)
    expect(matches(detection('all of b*'), { C: 1 })).toBe(false)
    expect(matches(detection('2 of them'), { A: 1, C: 1 })).toBe(true)
    expect(matches(detection('all of them'), { A: 1, B: 1, C: 1 })).toBe(true)
    expect(matches(detection('not 1 of them'), { D: 1 })).toBe(true)
  })
  it('in a list are alternatives', () => {
    expect(matches('a:\n  A: 1\nb:\n  B: 1\ncondition:\n  - a\n  - b', { B: 1 })).toBe(true)
  })
  it.each(['a and', 'a or (b1', 'x', '1 of z*', 'a b1', 'a | count() > 5'])(
    '"%s" is a named error',
    (condition) => {
      expect(() => matches(detection(condition), {})).toThrow(SigmaError)
    },
  )
})

describe('searches', () => {
  it('lists of maps are alternatives, keywords are looked for everywhere', () => {
    expect(matches('s:\n  - A: 1\n  - B: 2\ncondition: s', { B: 2 })).toBe(true)
    expect(
      matches('k:\n  - event::clear\n  - other\ncondition: k', { X: { y: ['do EVENT::CLEAR now'] } }),
    ).toBe(true)
    expect(matches("k:\n  '|all':\n    - one\n    - two\ncondition: k", { X: 'one', Y: 'TWO' })).toBe(true)
    expect(matches("k:\n  '|all':\n    - one\n    - two\ncondition: k", { X: 'one' })).toBe(false)
  })
})

describe('rules beside each other', () => {
  it('a broken one is named and the rest goes on', () => {
    const good = ruleOf('s:\n  A: 1\ncondition: s')
    const bad = ruleOf('s:\n  A|nope: 1\ncondition: s')
    const engine = new SigmaEngine([bad, good])
    expect(engine.rejects.map((one) => one.code)).toEqual(['SIGMA_MODIFIER'])
    expect(engine.match(processCreation({ A: 1 }))).toHaveLength(1)
  })
  it('not YAML, no YAML map, half a document: named errors', () => {
    for (const text of [
      'a: [',
      '- x',
      'title: x',
      'title: x\nlogsource: {product: windows}\ndetection: 3',
      '',
      '\0',
    ])
      expect(parseSigma(text, 'x.yml').documents).toEqual([])
    expect(parseSigma('title: [', 'x.yml').rejects[0]?.code).toBe('SIGMA_YAML')
  })
  it('are for their log source only', () => {
    const network = ruleOf('s:\n  A: 1\ncondition: s', 'product: windows\n  category: network_connection')
    expect(new SigmaEngine([network]).match(processCreation({ A: 1 }))).toEqual([])
  })
  it('see Security 4688 under its own field names', () => {
    const rule = ruleOf("s:\n  Image|endswith: '\\cmd.exe'\ncondition: s")
    const record = processCreation({ Channel: 'Security', EventID: '4688', NewProcessName: 'C:\\cmd.exe' })
    expect(new SigmaEngine([rule]).match(record)).toHaveLength(1)
  })
  it('a filter takes out what it selects, of the rules it names', () => {
    const text =
      'title: F\nlogsource:\n  product: windows\nfilter:\n  rules: [test]\n  s:\n    User|startswith: adm_\n  condition: s\n'
    const filters = parseSigma(text, 'f.yml').documents as SigmaFilter[]
    const engine = new SigmaEngine([ruleOf('s:\n  A: 1\ncondition: s')], { filters })
    expect(engine.match(processCreation({ A: 1, User: 'kim' }))).toHaveLength(1)
    expect(engine.match(processCreation({ A: 1, User: 'adm_kim' }))).toHaveLength(0)
  })
  it('explain what was met', () => {
    const engine = new SigmaEngine([ruleOf('s:\n  A|contains: evil\nf:\n  B: 1\ncondition: s and not f')])
    const record = processCreation({ A: 'so Evil' })
    expect(explain(engine.match(record)[0]!, record)).toEqual([
      { field: 'A', value: 'so Evil', asked: 'contains "evil"' },
    ])
  })
})

describe('the index of literals', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', '-', ' ', '\u00e9', '\u6c34', '1'),
    minLength: 1,
    maxLength: 9,
  })
  it('finds what looking one by one finds, whatever the literals', () => {
    const mode = fc.constantFrom('contains', 'startswith', 'endswith', 'contains|cased', 'exact')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(mode, word), { minLength: 1, maxLength: 12 }),
        fc.array(word),
        (asks, texts) => {
          const rules: SigmaRule[] = asks.map(([how, text]) =>
            ruleOf(`s:\n  A${how === 'exact' ? '' : `|${how}`}: ${JSON.stringify(text)}\ncondition: s`),
          )
          const engine = new SigmaEngine(rules)
          for (const text of [texts.join(''), ...texts]) {
            const met = new Set(engine.match(processCreation({ A: text })).map((one) => one.rule))
            for (const [i, [how, ask]] of asks.entries()) {
              const [t, a] = how.endsWith('cased') ? [text, ask] : [text.toLowerCase(), ask.toLowerCase()]
              const want = {
                contains: t.includes(a),
                startswith: t.startsWith(a),
                endswith: t.endsWith(a),
                exact: t === a,
              }
              expect(met.has(rules[i]!)).toBe(want[how.split('|')[0] as 'exact'])
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })
  it('gives the same answer the thousandth time as the first', () => {
    const engine = new SigmaEngine([
      ruleOf('s:\n  A|contains: needle\nf:\n  B|re: x+y\ncondition: s and not f'),
    ])
    for (let i = 0; i < 12_000; i++) {
      const met = engine.match(
        processCreation({ A: `hay ${i % 7 ? '' : 'needle'} ${i}`, B: i % 2 ? 'xxy' : 'z' }),
      )
      expect(met.length === 1).toBe(i % 7 === 0 && i % 2 === 0)
    }
  })
})
