import { describe, expect, it } from 'vitest'
import { order, ordinary, run, signsOfLast, testProfile, testRule, testRules } from '../testing-stream.ts'

const shown = (kind: Parameters<typeof testRule>[0], family: Parameters<typeof testRule>[1]) => {
  return (stream: Parameters<typeof signsOfLast>[1], parameters = {}, profile = testProfile) =>
    signsOfLast(testRule(kind, family, parameters), stream, profile)
}

describe('sent when no operator works', () => {
  const signs = shown('off-hours', 'time')
  it('tells an order of the evening, and none of the day or of the half hour after closing', () => {
    expect(signs([order({ at: '2016-02-04T20:36:00' })])).toEqual(['off-hours'])
    expect(signs([order({ at: '2016-02-04T11:00:00' })])).toEqual([])
    expect(signs([order({ at: '2016-02-04T18:20:00' })])).toEqual([])
  })
  it('reads the clock where the operators are', () => {
    const utc = { ...testProfile, operators: [{ ...testProfile.operators[0]!, timeZone: 'Europe/London' }] }
    // 11:00 in Dhaka is 05:00 in London.
    expect(signs([order({ at: '2016-02-04T11:00:00' })], {}, utc)).toEqual(['off-hours'])
  })
  it('says that it is idle where the profile names no operators', () => {
    const rules = testRules([testRule('off-hours', 'time')])
    const { watch, verdicts } = run(rules, [order({ at: '2016-02-04T20:36:00' })], {
      ...testProfile,
      operators: [],
    })
    expect(watch.idle).toEqual([{ rule: 'off-hours', why: expect.stringContaining('no operators') }])
    expect(verdicts[0]!.signs).toEqual([])
  })
  it('leaves messages without a time alone', () => {
    const { time: _, ...untimed } = order({ at: '2016-02-04T20:36:00' })
    expect(signs([untimed])).toEqual([])
  })
})

describe('sent on a day off', () => {
  const signs = shown('day-off', 'time')
  it('knows the Bangladesh Friday, and that Sunday is worked', () => {
    expect(signs([order({ at: '2016-02-05T01:00:00' })])).toEqual(['day-off'])
    expect(signs([order({ at: '2016-02-07T11:00:00' })])).toEqual([])
  })
  it('knows holidays of the profile', () => {
    expect(signs([order({ at: '2016-02-21T11:00:00' })])).toEqual(['day-off'])
  })
})

describe('both ends closed in turn', () => {
  const signs = shown('closed-ends', 'time')
  it('sees the Manila Monday behind the Dhaka weekend', () => {
    expect(signs([order({ at: '2016-02-04T20:36:00', bank: 'MANIPHMM' })])).toEqual(['closed-ends'])
    expect(signs([order({ at: '2016-02-05T02:00:00', bank: 'MANIPHMM' })])).toEqual(['closed-ends'])
  })
  it('is silent in working hours, for other countries, and a week earlier', () => {
    expect(signs([order({ at: '2016-02-04T11:00:00', bank: 'MANIPHMM' })])).toEqual([])
    expect(signs([order({ at: '2016-02-04T20:36:00', bank: 'KNOWUS33' })])).toEqual([])
    expect(signs([order({ at: '2016-01-28T20:36:00', bank: 'MANIPHMM' })])).toEqual([])
  })
})

describe('hour at which the account is hardly used', () => {
  const signs = shown('unusual-hour', 'time')
  it('is learnt from the account, without a profile', () => {
    const bare = { ...testProfile, operators: [] }
    // The clock is then UTC: orders came between 04:00 and 10:00.
    expect(signs([...ordinary(), order({ at: '2016-01-28T23:00:00' })], {}, bare)).toEqual(['unusual-hour'])
    expect(signs([...ordinary(), order({ at: '2016-01-28T12:00:00' })], {}, bare)).toEqual([])
  })
  it('says nothing in the start-up', () => {
    expect(signs([...ordinary().slice(0, 20), order({ at: '2016-01-13T23:00:00' })])).toEqual([])
  })
})

describe('more than ever', () => {
  const crowd = (count: number, changes: object = {}) =>
    Array.from({ length: count }, (_, index) =>
      order({ at: `2016-01-28T17:${String(10 + index)}:00`, ...changes }),
    )
  const signs = shown('burst', 'size')
  it('counts orders against the highest count before', () => {
    expect(signs([...ordinary(), ...crowd(30)], { of: 'orders', least: 4 })).toEqual(['burst'])
    expect(signs([...ordinary(), ...crowd(2)], { of: 'orders', least: 4 })).toEqual([])
  })
  it('adds sums', () => {
    expect(signs([...ordinary(), ...crowd(1, { amount: '900000.00' })], { of: 'orders', by: 'sum' })).toEqual(
      ['burst'],
    )
    expect(signs([...ordinary(), ...crowd(1)], { of: 'orders', by: 'sum' })).toEqual([])
  })
  it('counts by country, by bank, of people, and of new beneficiaries', () => {
    const manila = crowd(5, { bank: 'MANIPHMM', name: 'Maria Santos' })
    for (const of of ['country', 'bank', 'persons'])
      expect(signs([...ordinary(), ...manila], { of, least: 3 }), of).toEqual(['burst'])
    const news = crowd(6).map((_, index) =>
      order({ at: `2016-01-28T17:0${index}:00`, name: `Newcomer ${'ABCDEF'[index]} Trading Limited` }),
    )
    expect(signs([...ordinary(), ...news], { of: 'newBeneficiaries', least: 3 })).toEqual(['burst'])
    expect(signs([...ordinary(), ...crowd(6)], { of: 'newBeneficiaries', least: 3 })).toEqual([])
  })
  it('fades: the same count over days is none', () => {
    const slow = ['24', '25', '26', '27', '28'].map((day) =>
      order({ at: `2016-01-${day}T17:00:00`, bank: 'MANIPHMM' }),
    )
    const stream = [...ordinary(), ...slow].sort((a, b) => a.time! - b.time!)
    expect(signs(stream, { of: 'bank', least: 3, hours: 6 })).toEqual([])
  })
})

describe('first payment', () => {
  const signs = shown('first-payment', 'novelty')
  const at = '2016-01-28T17:00:00'
  it('to a beneficiary; a known one with other capitals and dots is known', () => {
    expect(signs([...ordinary(), order({ at, name: 'Golden Lotus Trading Limited' })])).toEqual([
      'first-payment',
    ])
    expect(
      signs([...ordinary(), order({ at, name: 'PADMA TEXTILES LIMITED.', account: 'A22Padma Tex' })]),
    ).toEqual([])
  })
  it('to a new account of a known name', () => {
    expect(signs([...ordinary(), order({ at, account: '999-1' })], { of: 'account' })).toEqual([
      'first-payment',
    ])
    expect(signs([...ordinary(), order({ at })], { of: 'account' })).toEqual([])
  })
  it('to a bank and to a country', () => {
    const manila = order({ at, bank: 'MANIPHMM' })
    expect(signs([...ordinary(), manila], { of: 'bank' })).toEqual(['first-payment'])
    expect(signs([...ordinary(), manila], { of: 'country', scope: 'institution' })).toEqual(['first-payment'])
    expect(signs([...ordinary(), order({ at, bank: 'OTHRUS44' })], { of: 'country' })).toEqual([])
  })
  it('says nothing in the start-up', () => {
    expect(signs([order({ at: '2016-01-10T10:00:00' })])).toEqual([])
  })
})

describe('beneficiary paid often and for long', () => {
  const rule = testRule('known-beneficiary', 'novelty', {}, { expected: 0.02, usual: 0.5 })
  it('speaks against theft', () => {
    const { verdicts } = run(testRules([rule]), [...ordinary(), order({ at: '2016-01-28T17:00:00' })])
    expect(verdicts.at(-1)!.total).toBeLessThan(-2)
  })
  it('not where the account number is another', () => {
    expect(signsOfLast(rule, [...ordinary(), order({ at: '2016-01-28T17:00:00', account: '77' })])).toEqual(
      [],
    )
  })
})

describe('natural person', () => {
  const signs = shown('natural-person', 'party')
  it.each(['Maria Cristina Santos', 'KIM CHOL SU', 'Dr. Nasrin Akter', 'J. P. de la Cruz'])('%s', (name) => {
    expect(signs([order({ at: '2016-01-12T10:00:00', name })])).toEqual(['natural-person'])
  })
  it.each([
    'Padma Textiles Limited',
    'Golden Lotus Foundation',
    'Siemens AG',
    'Ministry of Finance',
    'Santos Water',
  ])('%s is none', (name) => {
    expect(signs([order({ at: '2016-01-12T10:00:00', name })])).toEqual([])
  })
  it('is nothing between banks', () => {
    expect(signs([order({ at: '2016-01-12T10:00:00', name: 'Maria Santos', kind: 'bankTransfer' })])).toEqual(
      [],
    )
  })
  it('weighs less on an account that pays people every day', () => {
    const rule = testRule('natural-person', 'party')
    const people = ordinary().map(({ time }, index) =>
      order({
        at: new Date(time! + 6 * 3_600_000).toISOString().slice(0, 19),
        name: `Maria ${'ABCDEFG'[index % 7]}nton Santos`,
      }),
    )
    const weight = (stream: ReturnType<typeof ordinary>) =>
      run(testRules([rule]), [
        ...stream,
        order({ at: '2016-01-28T17:00:00', name: 'Nimal Perera' }),
      ]).verdicts.at(-1)!.signs[0]!.weight
    expect(weight(people)).toBeLessThan(0.5)
    expect(weight(ordinary())).toBeGreaterThan(3)
  })
})

describe('among the largest of its sort', () => {
  const signs = shown('unusual-amount', 'size')
  it('against the account itself', () => {
    const at = '2016-01-28T17:00:00'
    expect(signs([...ordinary(), order({ at, amount: '20000000.00' })])).toEqual(['unusual-amount'])
    expect(signs([...ordinary(), order({ at, amount: '1500.00' })])).toEqual([])
  })
})

describe('round sum', () => {
  const signs = shown('round-sum', 'party')
  it.each(['20000000.00', '6000029.12', '25001573.88'])('%s', (amount) => {
    expect(signs([order({ at: '2016-01-12T10:00:00', amount })])).toEqual(['round-sum'])
  })
  it.each(['1234567.89', '20450000.00', '500.00'])('%s is none', (amount) => {
    expect(signs([order({ at: '2016-01-12T10:00:00', amount })])).toEqual([])
  })
})

describe('nearly the same again', () => {
  const signs = shown('near-duplicate', 'reference')
  const first = order({ at: '2016-01-12T10:00:00', id: 'PAY0012345A' })
  it('by a reference with a slip in it', () => {
    expect(
      signs([first, order({ at: '2016-01-12T11:00:00', id: 'PAY0012345B', name: 'Another Firm Limited' })]),
    ).toEqual(['near-duplicate'])
  })
  it('by the same sum to the same beneficiary', () => {
    expect(signs([first, order({ at: '2016-01-12T11:00:00', id: 'XYZ1' })])).toEqual(['near-duplicate'])
  })
  it('not where numbers count up, nor days later', () => {
    const counted = { id: 'PAY0012346A', name: 'Another Firm Limited' }
    expect(signs([first, order({ at: '2016-01-12T11:00:00', ...counted })])).toEqual([])
    expect(signs([first, order({ at: '2016-01-20T11:00:00', id: 'XYZ1' })])).toEqual([])
  })
})

describe('a reference used again for something else', () => {
  const signs = shown('altered', 'reference')
  const first = order({ at: '2016-01-12T10:00:00', id: 'PAY1', uetr: 'u-1' })
  it('by another sum, another beneficiary, or under its UETR', () => {
    expect(signs([first, order({ at: '2016-01-12T11:00:00', id: 'PAY1', amount: '9999.00' })])).toEqual([
      'altered',
    ])
    expect(signs([first, order({ at: '2016-01-12T11:00:00', id: 'PAY1', account: '5' })])).toEqual([
      'altered',
    ])
    expect(
      signs([first, order({ at: '2016-01-12T11:00:00', id: 'PAY2', uetr: 'u-1', account: '5' })]),
    ).toEqual(['altered'])
  })
  it('not where the same order is sent again', () => {
    expect(signs([first, order({ at: '2016-01-12T11:00:00', id: 'PAY1' })])).toEqual([])
  })
})

describe('misspelt word', () => {
  const signs = shown('misspelt-word', 'reference')
  const name = (word: string) => order({ at: '2016-01-12T10:00:00', name: `Shapla ${word}` })
  it.each(['Fandation', 'Fundation', 'Foundaton', 'Foudnation', 'Fonudation', 'Asociation', 'Trayding'])(
    '%s',
    (word) => {
      expect(signs([name(word)])).toEqual(['misspelt-word'])
    },
  )
  it.each([
    'Foundation',
    'Foundations',
    'Fundacion',
    'Water',
    'Stiftung',
    'Banking',
    'Trader',
    'Santos',
    'Rahman',
  ])('%s is right', (word) => {
    expect(signs([name(word)])).toEqual([])
  })
  it('is no last word that the line cut off', () => {
    const cut = order({ at: '2016-01-12T10:00:00', name: 'Ganges Ocean Orient Meghna Foundatio' })
    expect(signs([cut])).toEqual([])
  })
  it('is how a name is written that was paid before', () => {
    const old = (day: string) => order({ at: `2016-01-${day}T10:00:00`, name: 'Shapla Fandation' })
    expect(signs([old('12'), old('13'), old('14')])).toEqual([])
  })
})

describe('others to the same bank showed signs too', () => {
  const company = testRule('company', 'company', { days: 10, many: 3 })
  const others = [testRule('off-hours', 'time'), testRule('natural-person', 'party'), company]
  const night = (minute: number, bank = 'MANIPHMM') =>
    order({ at: `2016-02-04T21:${minute}:00`, bank, name: `Maria ${'ABCDE'[minute % 5]}nna Santos` })
  it('after one that did', () => {
    expect(signsOfLast(others, [...ordinary(), night(10), night(11)])).toContain('company')
  })
  it('not after none, nor at another bank and country', () => {
    expect(signsOfLast(others, [...ordinary(), night(10)])).not.toContain('company')
    expect(signsOfLast(others, [...ordinary(), night(10), night(11, 'COLOLKLX')])).not.toContain('company')
  })
})
