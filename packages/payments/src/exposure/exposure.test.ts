import { bytesOf } from '@cordon/formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatUnits, parseUnits } from './amount.ts'
import { findFans } from './fan.ts'
import { FifoPurse, mostLots } from './fifo.ts'
import { HaircutPurse, mostOrigins } from './haircut.ts'
import { findPeelChains } from './peel-chain.ts'
import { readLabels, readTransfers } from './read-transfers.ts'
import { traceExposure } from './trace.ts'
import type { AddressLabel, Transfer } from './transfer.ts'

let clock = 0
const move = (from: string, to: string, amount: string | undefined, time = ++clock * 60_000): Transfer => ({
  from,
  to,
  asset: 'ETH',
  time,
  where: `line ${clock}`,
  ...(amount !== undefined && { amount: parseUnits(amount)! }),
})
const thief: AddressLabel = { address: 'thief', category: 'listed', name: 'Listed thief', source: 'a list' }
const mixer: AddressLabel = { address: 'mixer', category: 'mixer', name: 'A mixer' }

function rowsOf(transfers: readonly Transfer[], address: string, options: object = {}) {
  const { exposures } = traceExposure({ transfers, labels: [thief, mixer], addresses: [address], ...options })
  return exposures[0]!.rows.map(({ label, hops, haircut, fifo, isFarther }) => [
    label.address,
    isFarther ? 'farther' : hops,
    formatUnits(haircut),
    formatUnits(fifo),
  ])
}

describe('amounts', () => {
  it('are exact to eighteen places, and refused beyond', () => {
    expect(formatUnits(parseUnits('0.000000000000000001')!)).toBe('0.000000000000000001')
    expect(formatUnits(parseUnits('123456789012345678901234.5')!)).toBe('123456789012345678901234.5')
    expect(parseUnits('1.500000000000000000000')).toBe(parseUnits('1.5'))
    for (const bad of ['', '-1', '1,5', '1e3', '0.0000000000000000001', 'NaN'])
      expect(parseUnits(bad)).toBeUndefined()
  })
  it('read as written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (units) => {
        expect(parseUnits(formatUnits(units))).toBe(units)
      }),
    )
  })
})

describe('exposure', () => {
  it('is direct where a listed address paid', () => {
    expect(rowsOf([move('thief', 'a', '5')], 'a')).toEqual([['thief', 1, '5', '5']])
  })

  it('goes on over hops, which are told apart, and farther ones together', () => {
    const chain = [
      move('thief', 'a', '5'),
      move('a', 'b', '5'),
      move('b', 'c', '5'),
      move('c', 'd', '5'),
      move('d', 'e', '5'),
    ]
    expect(rowsOf(chain, 'b')).toEqual([['thief', 2, '5', '5']])
    expect(rowsOf(chain, 'c')).toEqual([['thief', 3, '5', '5']])
    expect(rowsOf(chain, 'd')).toEqual([['thief', 'farther', '5', '5']])
    expect(rowsOf(chain, 'e')).toEqual([['thief', 'farther', '5', '5']])
  })

  it('is shared out in proportion by haircut, and in order of coming by FIFO', () => {
    const stream = [
      move('clean', 'a', '6'),
      move('thief', 'a', '4'),
      move('a', 'b', '5'),
      move('a', 'c', '5'),
    ]
    expect(rowsOf(stream, 'b')).toEqual([['thief', 2, '2', '0']])
    expect(rowsOf(stream, 'c')).toEqual([['thief', 2, '2', '4']])
  })

  it('never reaches what left before it came', () => {
    const stream = [move('clean', 'a', '5'), move('a', 'b', '5'), move('thief', 'a', '5')]
    expect(rowsOf(stream, 'b')).toEqual([])
    expect(rowsOf([...stream].reverse(), 'b')).toEqual([])
  })

  it('does not follow money out of a service, whose own it becomes', () => {
    const stream = [move('thief', 'mixer', '5'), move('mixer', 'a', '5')]
    expect(rowsOf(stream, 'a')).toEqual([['mixer', 1, '5', '5']])
    const { serviceHops } = traceExposure({
      transfers: [move('thief', 'x', '5'), move('x', 'mixer', '3')],
      labels: [thief, mixer],
    })
    expect(serviceHops).toMatchObject([
      { into: mixer, rows: [{ label: thief, hops: 2, haircut: parseUnits('3') }] },
    ])
  })

  it('tells where money went, too', () => {
    const stream = [move('a', 'b', '10'), move('b', 'thief', '4'), move('b', 'shop', '6')]
    expect(rowsOf(stream, 'a', { direction: 'destinations' })).toEqual([['thief', 2, '4', '4']])
  })

  it('links by transfers of unknown amount, but adds nothing up', () => {
    const stream = [move('thief', 'a', undefined), move('a', 'b', '5')]
    const [exposure] = traceExposure({ transfers: stream, labels: [thief], addresses: ['b'] }).exposures
    expect(exposure).toMatchObject({ rows: [], nearest: { label: thief, hops: 2 } })
    const [first] = traceExposure({ transfers: stream, labels: [thief], addresses: ['a'] }).exposures
    expect(first).toMatchObject({ unknownAmounts: 1, total: 0n, unexplained: parseUnits('5') })
  })

  it('goes round in cycles without making money', () => {
    const stream = [move('thief', 'a', '5')]
    for (let i = 0; i < 50; i++) stream.push(move('a', 'b', '5'), move('b', 'a', '5'), move('a', 'a', '5'))
    const { exposures } = traceExposure({ transfers: stream, labels: [thief] })
    for (const { rows, total, unexplained } of exposures) {
      expect(rows.reduce((sum, { haircut }) => sum + haircut, 0n)).toBeLessThanOrEqual(total)
      expect(unexplained).toBe(0n)
    }
  })

  it('keeps assets apart', () => {
    const stream = [move('thief', 'a', '5'), { ...move('a', 'b', '5'), asset: 'BTC' }]
    expect(rowsOf(stream, 'b')).toEqual([])
  })
})

const names = ['thief', 'mixer', 'a', 'b', 'c', 'd', 'e']
const someTransfers = fc.array(
  fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    asset: fc.constant('ETH'),
    amount: fc.bigInt({ min: 1n, max: 10n ** 20n }),
    time: fc.integer({ min: 0, max: 50 }),
    where: fc.constant(''),
  }),
  { maxLength: 60 },
)

describe('whatever the transfers', () => {
  it('no address got more labelled money than money, by either method', () => {
    fc.assert(
      fc.property(someTransfers, (transfers) => {
        const { exposures } = traceExposure({ transfers, labels: [thief, mixer] })
        for (const { rows, total } of exposures)
          for (const method of ['haircut', 'fifo'] as const)
            expect(rows.reduce((sum, row) => sum + row[method], 0n) <= total).toBe(true)
      }),
    )
  })

  it('the order of the rows in the file does not matter where times differ', () => {
    fc.assert(
      fc.property(someTransfers, fc.integer(), (transfers, seed) => {
        const timed = transfers.map((one, index) => ({ ...one, time: index }))
        const mixed = [...timed].sort(
          (a, b) => ((a.time * 7919 + seed) % 101) - ((b.time * 7919 + seed) % 101),
        )
        expect(traceExposure({ transfers: mixed, labels: [thief, mixer] })).toEqual(
          traceExposure({ transfers: timed, labels: [thief, mixer] }),
        )
      }),
    )
  })

  it('purses lose and make nothing', () => {
    const step = fc.record({
      isIn: fc.boolean(),
      amount: fc.bigInt({ min: 1n, max: 1000n }),
      origin: fc.integer({ min: -1, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 900 }), (steps) => {
        for (const purse of [new HaircutPurse(), new FifoPurse()]) {
          let [came, went] = [0n, 0n]
          for (const { isIn, amount, origin } of steps)
            if (isIn) {
              purse.receive([{ origin, amount }])
              came += amount
            } else {
              const paid = purse.pay(amount).reduce((sum, part) => sum + part.amount, 0n)
              expect(paid).toBe(amount)
              went += amount
            }
          const rest = purse.pay(came + purse.unexplained - went + 1n)
          expect(rest.reduce((sum, part) => sum + part.amount, 0n)).toBe(came + purse.unexplained - went)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('bounds hold: too many origins or lots are put together, and it is said', () => {
    const haircut = new HaircutPurse()
    const fifo = new FifoPurse()
    for (let origin = 0; origin < 5_000; origin++) {
      haircut.receive([{ origin: origin % (3 * mostOrigins), amount: BigInt(origin + 1) }])
      fifo.receive([{ origin: origin % (3 * mostLots), amount: BigInt(origin + 1) }])
    }
    expect(haircut.lumped > 0n && fifo.isApproximate).toBe(true)
    expect(haircut.pay(1_000_000n).length).toBeLessThanOrEqual(mostOrigins + 1)
    expect(fifo.pay(12_502_500n).length).toBeLessThanOrEqual(mostLots + 1)
  })
})

describe('peel chains', () => {
  const chain = (steps: number) => {
    const transfers = [move('thief', 'p0', '100')]
    for (let i = 0; i < steps; i++)
      transfers.push(move(`p${i}`, `shop${i}`, '3'), move(`p${i}`, `p${i + 1}`, String(97 - 3 * i)))
    return transfers
  }
  it('are found with their addresses and what was peeled off', () => {
    const [found] = findPeelChains(chain(6))
    expect(found).toMatchObject({
      addresses: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'],
      peeled: parseUnits('18'),
    })
  })
  it('are none where they are short, split evenly, or come back to a known address', () => {
    expect(findPeelChains(chain(3))).toEqual([])
    const even = chain(6).map((one, index) => (index > 0 ? { ...one, amount: parseUnits('50')! } : one))
    expect(findPeelChains(even)).toEqual([])
    expect(findPeelChains([...chain(6), move('x', 'p3', '1')])[0]?.addresses.length ?? 0).toBeLessThan(5)
  })
  it('end in cycles', () => {
    expect(
      findPeelChains([move('a', 'b', '9'), move('b', 'a', '8'), move('b', 'c', '1'), move('a', 'b', '7')]),
    ).toEqual([])
  })
})

describe('fans', () => {
  const fan = (width: number, gap = 60_000) => {
    const out = Array.from({ length: width }, (_, index) => move('s', `m${index}`, '10', index * 1_000))
    return [...out, ...out.map((one, index) => move(one.to, 'c', '9.5', one.time! + gap + index))]
  }
  it('are found where many are paid and pay one', () => {
    expect(findFans(fan(6))).toMatchObject([
      { from: 's', to: 'c', out: parseUnits('60'), in: parseUnits('57') },
    ])
  })
  it('are none where they are narrow, slow, or the one was paid before', () => {
    expect(findFans(fan(4))).toEqual([])
    expect(findFans(fan(6, 10 * 86_400_000))).toEqual([])
    expect(findFans(fan(6, -3_600_000))).toEqual([])
  })
})

describe('files of transfers', () => {
  const read = async (text: string, format: 'csv' | 'ndjson' | 'json') => {
    const records: Transfer[] = []
    const rejects: string[] = []
    for await (const batch of readTransfers(bytesOf(text), format, 'BTC')) {
      records.push(...batch.records)
      rejects.push(...batch.rejects.map(({ where, reason }) => `${where}: ${reason}`))
    }
    return { records, rejects }
  }
  const expected = { from: 'a', to: 'b', asset: 'BTC', amount: parseUnits('1.5'), time: 1454544000000 }

  it('are CSV with the names that explorers use', async () => {
    const { records, rejects } = await read(
      'TxHash,From_Address,To_Address,Value,Timestamp\nh1,a,b,1.5,2016-02-04 00:00:00\nh2,a,b,1.5,1454544000\nh3,a,b,,2016-02-04T00:00:00Z\n',
      'csv',
    )
    expect(rejects).toEqual([])
    expect(records).toMatchObject([expected, expected, { from: 'a', time: expected.time }])
    expect(records[2]).not.toHaveProperty('amount')
  })
  it('are NDJSON and JSON arrays', async () => {
    const line = '{"from":"a","to":"b","amount":"1.5","time":"2016-02-04"}'
    expect((await read(`${line}\n`, 'ndjson')).records).toMatchObject([expected])
    expect((await read(`[${line},${line}]`, 'json')).records).toMatchObject([expected, expected])
  })
  it('reject rows that are wrong, and go on', async () => {
    const { records, rejects } = await read(
      'from,to,amount,time\na,b,lots,\na,,1,\na,b,1,yesterday\na,b,1,\n',
      'csv',
    )
    expect(records).toHaveLength(1)
    expect(rejects).toEqual([
      expect.stringMatching(/^line 2: an amount that is no decimal/),
      expect.stringMatching(/^line 3: no address/),
      expect.stringMatching(/^line 4: a time that is none/),
    ])
    const large = await read('{"from":"a","to":"b","amount":123456789012345678901}\n', 'ndjson')
    expect(large.rejects[0]).toContain('write it as a string')
  })
  it('of labels have an address, a category and a name', async () => {
    const labels: AddressLabel[] = []
    for await (const { records } of readLabels(
      bytesOf('address,name,category\n0xABCDEFabcdefABCDEFabcdefABCDEFabcdefABCD,M,mixer\nq,,\n'),
      'csv',
      'service',
    ))
      labels.push(...records)
    expect(labels).toEqual([
      { address: '0xabcdefabcdefabcdefabcdefabcdefabcdefabcd', name: 'M', category: 'mixer' },
      { address: 'q', name: 'q', category: 'service' },
    ])
  })
})
