import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksumOf, encodeMessage, toSentences } from './encode.ts'
import { AisDecoder, type AisRecord } from './read-ais.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function read(...lines: string[]) {
  const decoder = new AisDecoder()
  const first = decoder.push(bytes(`${lines.join('\r\n')}\r\n`))
  const last = decoder.end()
  return {
    records: [...first.records, ...last.records] as AisRecord[],
    rejects: [...first.rejects, ...last.rejects],
    counts: decoder.counts,
  }
}

const position = { type: 1, repeat: 0, mmsi: 477123456, lon: 125.5, lat: 28.25, speed: 0.4 }
const voyage = { type: 5, repeat: 0, mmsi: 477123456, imo: 9074729, shipname: 'GRAIN OF SAND' }
const one = toSentences(encodeMessage(position))
const two = toSentences(encodeMessage(voyage), { sequence: 3 })
const withSum = (body: string) => `!${body}*${checksumOf(body)}`

describe('a sentence', () => {
  it('becomes a message with its line and channel', () => {
    const { records } = read(one[0]!)
    expect(records).toMatchObject([{ line: 1, channel: 'A', message: { mmsi: 477123456, lon: 125.5 } }])
  })

  it.each(['AI', 'AB', 'AD', 'AN', 'AR', 'AS', 'AT', 'AX', 'BS', 'SA'])(
    'is read from talker %s',
    (talker) => {
      expect(read(...toSentences(encodeMessage(position), { talker })).counts.messages).toBe(1)
    },
  )

  it('says when it speaks of the own ship', () => {
    expect(read(...toSentences(encodeMessage(position), { formatter: 'VDO' })).records[0]!.own).toBe(true)
  })

  it('is read where two stand on one line', () => {
    expect(read(one[0]! + one[0]!).counts.messages).toBe(2)
  })

  it.each([
    ['wrong checksum', one[0]!.replace('477', '478').replace(/..$/, '00')],
    ['no checksum', one[0]!.split('*')[0]!],
    ['cut short', one[0]!.slice(0, -1)],
    ['part numbers', withSum('AIVDM,1,2,,A,13u?etPv2;0n:dDPwUM1U1Cb069D,0')],
    ['payload character', withSum('AIVDM,1,1,,A,13u?etPv2;0n~dDPwUM1U1Cb069D,0')],
    ['fill bits', withSum('AIVDM,1,1,,A,13u?etPv2;0n:dDPwUM1U1Cb069D,9')],
    ['28 bits, too few for a message', withSum('AIVDM,1,1,,A,13u?e,2')],
    ['message type 41, which is not one of 1 to 27', withSum('AIVDM,1,1,,A,a3u?etPv2;0n,0')],
    ['no sentence', 'binary \u0001 noise'],
    ['tag block without an end', '\\s:rx,c:1565218798*53'],
  ])('with %s is a reject with its reason and line', (reason, line) => {
    const { rejects, counts } = read(one[0]!, line)
    expect(rejects).toMatchObject([{ where: 'line 2', reason }])
    expect(counts).toMatchObject({ messages: 1, rejected: 1, records: 2 })
  })

  it('that is not AIS is counted by its name, and no reject', () => {
    const { counts, rejects } = read(
      '$GPRMC,092211.00,A,5759.0,N,01144.3,E,5.2,28.2,200715,,,A*58',
      '# a note',
    )
    expect(counts.otherBy).toEqual({ GPRMC: 1, comment: 1 })
    expect(rejects).toEqual([])
  })
})

describe('the time and receiver of a message', () => {
  it('come from a tag block, in seconds or milliseconds', () => {
    const at = (time: number) =>
      read(...toSentences(encodeMessage(position), { time, source: 'Oslo' })).records[0]
    expect(at(1565218798000)).toMatchObject({ time: 1565218798000, source: 'Oslo' })
    expect(at(1565218798500)).toMatchObject({ time: 1565218798500 })
  })

  it('are not taken from a tag block with a wrong checksum; its sentence is kept', () => {
    const { records, counts } = read(`\\c:1565218798*00\\${one[0]}`)
    expect(records[0]!.time).toBeUndefined()
    expect(counts.badTags).toBe(1)
  })

  it('come from $PGHP, for the sentence it names by its checksum', () => {
    const sum = one[0]!.slice(-2)
    const pghp = (checksum: string) => `$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,${checksum}*26`
    expect(read(pghp(sum), one[0]!).records[0]!.time).toBe(Date.UTC(2013, 10, 12, 12, 0, 0, 11))
    expect(read(pghp('ZZ'), one[0]!).records[0]!.time).toBeUndefined()
  })

  it('come from the suffix of the US Coast Guard', () => {
    const { records } = read(`${one[0]},s22724,d-091,T01.4,r003669987,1152921693`)
    expect(records[0]).toMatchObject({ time: 1152921693000, source: 'r003669987' })
  })

  it('come from nanoseconds that a logger wrote in front', () => {
    expect(read(`1550303566167726840 ${one[0]}`).records[0]!.time).toBe(1550303566167)
  })

  it('come from the own ship’s receiver, $--RMC or $--ZDA, where a log has no other time', () => {
    const stamped = (body: string) => `$${body}*${checksumOf(body)}`
    const times = (...lines: string[]) => read(...lines).records.map(({ time }) => time)
    const rmc = stamped('GPRMC,092211.50,A,5759.09700,N,01144.34344,E,5.257,28.27,200715,,,A')
    const zda = stamped('GPZDA,092215.00,20,07,2015,00,00')
    const [at, later] = [Date.UTC(2015, 6, 20, 9, 22, 11, 500), Date.UTC(2015, 6, 20, 9, 22, 15)]
    expect(times(one[0]!, rmc, one[0]!, one[0]!, zda, one[0]!)).toEqual([undefined, at, at, later])
    expect(times(rmc, ...toSentences(encodeMessage(position), { time: 1565218798000 }))).toEqual([
      1565218798000,
    ])
    // Void, without a date, with a wrong checksum, impossible.
    for (const body of [
      'GPRMC,092211.50,V,,,,,,,200715,,,N',
      'IIRMC,092210,A,5759.095,N,01144.342,E,5.5,31.1,,0.0,E,A',
      'GPZDA,252215.00,20,07,2015,00,00',
    ])
      expect(times(stamped(body), one[0]!)).toEqual([undefined])
    expect(times(`${rmc.slice(0, -2)}00`, one[0]!)).toEqual([undefined])
  })

  it('come from a tag block on a line of its own', () => {
    const tag = `\\s:2573345*${checksumOf('s:2573345')}\\`
    expect(read(tag, one[0]!, one[0]!).records.map(({ source }) => source)).toEqual(['2573345', undefined])
  })
})

describe('a message in several parts', () => {
  it('is joined, in order and out of order', () => {
    expect(read(...two).records[0]!.message.shipname).toBe('GRAIN OF SAND')
    expect(read(two[1]!, two[0]!).records[0]!.message.shipname).toBe('GRAIN OF SAND')
  })

  it('is joined where others stand in between', () => {
    const other = toSentences(encodeMessage({ ...voyage, shipname: 'OTHER' }), { sequence: 4 })
    const { records } = read(two[0]!, other[0]!, one[0]!, two[1]!, other[1]!)
    expect(records.map(({ message }) => message.shipname)).toEqual([undefined, 'GRAIN OF SAND', 'OTHER'])
  })

  it('keeps the time of its first part', () => {
    const [first, second] = toSentences(encodeMessage(voyage), { time: 1565218798000 })
    expect(read(first!, second!).records[0]!.time).toBe(1565218798000)
  })

  it('is a reject for each part that came when one is lost', () => {
    const { rejects, counts } = read(two[0]!, one[0]!)
    expect(rejects[0]!.reason).toBe('parts missing: only 1 of 2 came')
    expect(counts).toMatchObject({ messages: 1, rejected: 1, waiting: 0 })
  })

  it('is not joined with a part that another message left behind', () => {
    const gap = new Array<string>(9).fill(one[0]!)
    const { counts } = read(two[1]!, ...gap, two[0]!, two[1]!)
    expect(counts).toMatchObject({ messages: 10, joined: 1, rejected: 1 })
  })

  it('is told apart by the receivers of its tag blocks', () => {
    const from = (source: string, shipname: string) => {
      const [first, second] = toSentences(encodeMessage({ ...voyage, shipname }), { source })
      const tag = `\\s:${source}*${checksumOf(`s:${source}`)}\\`
      return [first!, `${tag}${second}`] as const
    }
    const a = from('a', 'SHIP A')
    const b = from('b', 'SHIP B')
    const { records } = read(a[0], b[0], a[1], b[1])
    expect(records.map(({ message }) => message.shipname)).toEqual(['SHIP A', 'SHIP B'])
  })

  it('holds a bounded number of parts', () => {
    const decoder = new AisDecoder({ open: 10 })
    for (let i = 0; i < 1000; i++) {
      const [first] = toSentences(encodeMessage(voyage), { sequence: i % 10 })
      decoder.push(bytes(`${first}\n`))
    }
    expect(decoder.counts.waiting).toBe(10)
    expect(decoder.counts.rejected).toBe(990)
  })
})

describe('any input', () => {
  const add = (counts: AisDecoder['counts']) =>
    counts.messages + counts.joined + counts.waiting + counts.other + counts.rejected

  it('never throws, and every record is counted once', () => {
    const part = fc.oneof(
      fc.constantFrom(one[0]!, two[0]!, two[1]!, '\n', '\\s:a*12\\', '$PGHP,1,2', '!', '*', '#'),
      fc.uint8Array({ maxLength: 30 }).map((noise) => String.fromCharCode(...noise)),
      fc.string({ maxLength: 60 }).map((payload) => withSum(`AIVDM,1,1,,B,${payload},0`)),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const decoder = new AisDecoder({ open: 3, lineBytes: 200 })
        decoder.push(bytes(parts.join('\n')))
        decoder.end()
        expect(add(decoder.counts)).toBe(decoder.counts.records)
      }),
    )
  })

  it('reads the same in chunks of any size', () => {
    const input = bytes([one[0], two[0], '# note', 'noise', two[1], one[0]].join('\r\n'))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const decoder = new AisDecoder()
        const records: AisRecord[] = []
        for (let at = 0, i = 0; at < input.length; i++) {
          const size = sizes[i % sizes.length]!
          records.push(...decoder.push(input.subarray(at, at + size)).records)
          at += size
        }
        records.push(...decoder.end().records)
        expect(records.map(({ line }) => line)).toEqual([1, 5, 6])
      }),
    )
  })

  it('of one endless line is one reject', () => {
    const decoder = new AisDecoder({ lineBytes: 100 })
    for (let i = 0; i < 100; i++) decoder.push(new Uint8Array(1000).fill(0x41))
    expect(decoder.end().rejects).toHaveLength(1)
  })
})
