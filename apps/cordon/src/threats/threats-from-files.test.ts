import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IndicatorMatcher, WindowsRecords } from '@cordon/cyber'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { threatsFromFiles } from './threats-from-files.ts'

const written = new Date('2026-01-01T00:00:00Z')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-indicators-'))
  await writeFile(
    join(folder, 'list.txt'),
    '# Reference: https://a.example/\nevil.example\ngithub.com\nold.example\nno indicator at all\n',
  )
  await utimes(join(folder, 'list.txt'), written, written)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const query = (name: string, time: string) =>
  new WindowsRecords().read(
    {
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 22,
      Computer: 'pc-1',
      UtcTime: time,
      QueryName: name,
    },
    'log:1',
  )!

it('meets log records with what it rests on, and tells of what it sets aside', async () => {
  const { known, rejects } = await threatsFromFiles([join(folder, 'list.txt')])
  expect(rejects).toMatchObject([{ where: 'list.txt line 5' }])
  const aside: string[] = []
  const sighted: string[] = []
  const matcher = new IndicatorMatcher(known.indicators, {
    onSetAside: ({ state, reason }) => aside.push(`${state}: ${reason}`),
    onSighting: ({ value }) => sighted.push(value),
  })
  expect(matcher.match(query('EVIL.example', '2026-01-05 10:00:00'))).toMatchObject([
    {
      rule: 'indicator:domain:evil.example',
      title: 'Indicator (domain) evil.example (list)',
      severity: 'medium',
      matches: [
        { kind: 'indicator', id: 'domain:evil.example' },
        { kind: 'stix', label: 'list' },
      ],
      evidence: [
        {
          feature: 'domain',
          query: 'EVIL.example',
          candidate: 'evil.example',
          source: 'list.txt',
          path: 'QueryName',
        },
      ],
    },
  ])
  expect(matcher.match(query('github.com', '2026-01-05 10:00:00'))).toEqual([])
  expect(matcher.match(query('old.example', '2028-01-05 10:00:00'))).toEqual([])
  expect(matcher.match(query('www.example', '2026-01-05 10:00:00'))).toEqual([])
  expect(sighted).toEqual(['evil.example'])
  expect(aside).toEqual([
    'set-aside: Cordon: popular domains: github.com itself is on it',
    'decayed: last seen on 2026-01-01; 0.00 is left of it',
  ])
})
