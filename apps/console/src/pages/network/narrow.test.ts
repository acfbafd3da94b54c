import { describe, expect, it } from 'vitest'
import type { Detection } from '../../api/types.ts'
import { countedBy, countedByTechnique, narrowed } from './narrow.ts'

const detection = (id: string, more: Partial<Detection>): Detection => ({
  id,
  rule: 'r1',
  title: 'Who am I',
  severity: 'high',
  hosts: ['ws1'],
  techniques: ['T1059.001'],
  records: 2,
  start: 0,
  ...more,
})
const all = [
  detection('a', {}),
  detection('b', { hosts: ['ws2'], severity: 'critical', rule: 'r2', title: 'Wiper' }),
  detection('c', { techniques: ['T1059', 'T1110'], hosts: ['ws1', 'ws3'], records: 5, severity: 'low' }),
]
const ids = (list: readonly Detection[]) => list.map(({ id }) => id).join('')

describe('narrowing detections', () => {
  it('wants every condition, and a technique holds those below it', () => {
    expect(ids(narrowed(all, {}))).toBe('abc')
    expect(ids(narrowed(all, { technique: 'T1059' }))).toBe('abc')
    expect(ids(narrowed(all, { technique: 'T1059.001', host: 'ws1' }))).toBe('a')
    expect(ids(narrowed(all, { severity: 'low' }))).toBe('c')
    expect(ids(narrowed(all, { q: 'who T1110' }))).toBe('c')
  })
  it('leaves one condition out where its choices are shown', () => {
    expect(ids(narrowed(all, { host: 'ws2', severity: 'critical' }, 'host'))).toBe('b')
    expect(ids(narrowed(all, { host: 'ws2', severity: 'low' }, 'severity'))).toBe('b')
  })
  it('counts by rule, host and technique, the gravest first', () => {
    expect(countedBy(all, 'rule')).toMatchObject([
      { id: 'r2', label: 'Wiper', severity: 'critical', detections: 1 },
      { id: 'r1', severity: 'high', detections: 2, records: 7 },
    ])
    expect(countedBy(all, 'host').map(({ id }) => id)).toEqual(['ws2', 'ws1', 'ws3'])
    expect(countedByTechnique(all).get('T1059.001')).toEqual({ count: 2, severity: 'critical' })
  })
})
