import { bytesOf, collect, type InputError } from '@cordon/formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvtx } from './read-evtx.ts'
import { type TestEvent, writeEvtx } from './testing-evtx.ts'

const event = (i: number): TestEvent => ({
  channel: 'Security',
  eventId: 4688,
  computer: 'WS1.bank.local',
  time: Date.UTC(2016, 1, 4, 20, 36, 0, i % 1000),
  data: {
    NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
    CommandLine: `cmd /c echo ${i} \u6c34`,
    'Threat Name': 'x',
  },
})
const file = (count: number) => writeEvtx(Array.from({ length: count }, (_, i) => event(i)))
const read = (bytes: Uint8Array, size?: number) => collect(readEvtx(bytesOf(bytes, size)))

describe('readEvtx', () => {
  it('gives System and EventData as flat fields under the names Sigma uses', async () => {
    const { records, rejects } = await read(file(1))
    expect(rejects).toEqual([])
    expect(records).toEqual([
      {
        recordId: 1,
        written: event(0).time,
        fields: {
          Provider_Name: 'Test-Provider',
          EventID: 4688,
          TimeCreated_SystemTime: '2016-02-04T20:36:00.0000000Z',
          Channel: 'Security',
          Computer: 'WS1.bank.local',
          NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
          CommandLine: 'cmd /c echo 0 \u6c34',
          'Threat Name': 'x',
          ThreatName: 'x',
        },
      },
    ])
  })
  it('reads many chunks, however the bytes arrive', async () => {
    for (const size of [777, 65_536, 1 << 20]) {
      const { records } = await read(file(900), size)
      expect(records.map((one) => one.recordId)).toEqual(Array.from({ length: 900 }, (_, i) => i + 1))
    }
  })
  it('rejects a chunk with a wrong checksum, with the reason, and reads the others', async () => {
    const bytes = file(900)
    const whole = (await read(bytes)).records.length
    bytes[4096 + 65_536 + 2000]! ^= 0xff
    const { records, rejects } = await read(bytes)
    expect(rejects).toMatchObject([{ where: 'chunk 1', reason: 'wrong checksum of the records' }])
    expect(records.length).toBeLessThan(whole)
    expect(records.at(-1)?.recordId).toBe(900)
  })
  it('says that a file is cut off', async () => {
    const { rejects } = await read(file(900).subarray(0, 4096 + 100_000))
    expect(rejects).toMatchObject([{ where: 'chunk 1', reason: expect.stringContaining('cut off') }])
  })
  it('a file that is none is an InputError', async () => {
    await expect(read(Buffer.from('<?xml'))).rejects.toMatchObject({
      code: 'FORMATS_SYNTAX',
    } satisfies Partial<InputError>)
    await expect(read(Buffer.alloc(5000))).rejects.toThrow(/Windows event log/)
  })
  it('never throws, hangs or loses count on bytes gone wrong', async () => {
    const good = file(40)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 4097), fc.nat(255)), { maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(good)
          for (const [at, value] of changes) bytes[4096 + at] = value
          // Unsealed: what a machine that lost power leaves, so that the records themselves are tried.
          bytes[4096 + 120] = 4
          const { records, rejects } = await read(bytes)
          expect(records.length + rejects.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})
