import { describe, expect, it } from 'vitest'
import { readLogs } from '../logs/read-logs.ts'
import type { LogRecord } from '../records/record.ts'
import type { OrdinaryLogsOptions } from './ordinary.ts'
import { filled, type PlantedRecord } from './planted.ts'
import { type SimulatedLog, simulateLogs } from './simulate-logs.ts'

const from = Date.parse('2016-02-01T00:00:00Z')
const ordinary: OrdinaryLogsOptions = {
  seed: 7,
  from,
  until: from + 24 * 3_600_000,
  perHour: 100,
  utcOffsetHours: 6,
  mix: { windows: 6, unix: 2, connections: 3, names: 2, fetches: 1, requests: 2, signIns: 1, cloud: 1 },
  hosts: [
    { name: 'swift01', address: '10.1.9.1', roles: ['windows', 'swift'] },
    { name: 'pc-1', address: '10.1.2.1', roles: ['windows'] },
    { name: 'core1', address: '10.1.3.1', roles: ['linux'] },
    { name: 'www1', address: '10.1.4.1', roles: ['linux', 'web'] },
  ],
  accounts: ['a@bank.example', 'b@bank.example'],
}
const planted: readonly PlantedRecord[] = [
  {
    log: 'system',
    at: from + 3_600_000,
    host: 'swift01',
    event: 7045,
    data: { ServiceName: 'diagsysevt', ImagePath: 'C:\\evtdiag.exe -svc' },
  },
  {
    log: 'auditd',
    at: from + 7_200_000,
    host: 'core{i+1}',
    args: ['/bin/dd', 'if=/dev/zero', 'of=/dev/sda', 'conv=a b'],
    repeat: { count: 3, everySeconds: 2 },
  },
]

async function read({ name, text }: SimulatedLog) {
  const records: LogRecord[] = []
  const rejects: unknown[] = []
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  for await (const batch of readLogs(bytes(), { name })) {
    records.push(...batch.records)
    rejects.push(...batch.rejects)
  }
  return { records, rejects }
}

describe('simulateLogs', () => {
  const logs = simulateLogs({ ordinary, planted })

  it('writes what the readers of real logs read whole, each record with its time and its log source', async () => {
    expect(logs.map(({ name }) => name)).toEqual([
      'windows',
      'auditd',
      'zeek',
      'access',
      'okta',
      'cloudtrail',
    ])
    for (const log of logs) {
      const { records, rejects } = await read(log)
      expect(rejects).toEqual([])
      expect(records.length).toBeGreaterThan(15)
      for (const { time, class: kind } of records) {
        expect(time).toBeGreaterThanOrEqual(from)
        expect(kind.services.length + kind.categories.length).toBeGreaterThan(0)
      }
    }
  })

  it('gives the same bytes for the same seed, others for another, and the same ordinary lines whatever is planted', () => {
    expect(simulateLogs({ ordinary, planted })).toEqual(logs)
    expect(simulateLogs({ ordinary: { ...ordinary, seed: 8 }, planted })).not.toEqual(logs)
    const without = simulateLogs({ ordinary })
    for (const { name, text } of without) {
      const kept = new Set(logs.find((one) => one.name === name)!.text.split('\n'))
      expect(text.split('\n').filter((line) => !kept.has(line))).toEqual([])
    }
  })

  it('writes planted records where they were put: a Windows event, a command on three hosts', async () => {
    const windows = await read(logs.find(({ name }) => name === 'windows')!)
    expect(windows.records.find(({ fields }) => fields.ServiceName === 'diagsysevt')).toMatchObject({
      host: 'swift01',
      time: from + 3_600_000,
      class: { product: 'windows', services: ['system'] },
    })
    const audit = await read(logs.find(({ name }) => name === 'auditd')!)
    const wiped = audit.records.filter(({ fields }) => String(fields.CommandLine).includes('if=/dev/zero'))
    expect(wiped.map(({ host, time }) => [host, time! - from])).toEqual([
      ['core1', 7_200_000],
      ['core2', 7_202_000],
      ['core3', 7_204_000],
    ])
    // What holds a blank is written in hexadecimal, and read back.
    expect(wiped[0]!.fields.CommandLine).toBe('/bin/dd if=/dev/zero of=/dev/sda conv=a b')
  })
})

it('works out the number of a repetition in texts', () => {
  expect(filled({ a: '198.18.{i/250}.{i%250+1}', b: [1, 'pc-{i}'] }, 501)).toEqual({
    a: '198.18.2.2',
    b: [1, 'pc-501'],
  })
  expect(filled('{j} {i%0}', 3)).toBe('{j} 3')
})
