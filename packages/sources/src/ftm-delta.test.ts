import { fixture, memoryFile, readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { ftmDelta } from './ftm-delta.ts'

describe('OpenSanctions’ deltas', () => {
  it('give what was added or changed, and the ids of what is no more', async () => {
    const { groups, report, rejects } = await readFixture(ftmDelta, 'ftm-delta/entities.delta.json')
    expect(groups.map(({ entityId }) => entityId)).toEqual(['os-new', 'os-1'])
    expect(report.read).toEqual({ ADD: 2, MOD: 1, DEL: 1, operation: 1 })
    expect(rejects.map(({ reason }) => reason)).toEqual([
      'an operation that is neither ADD, MOD nor DEL',
      'an operation without the id of an entity',
    ])
    const file = memoryFile('entities.delta.json', fixture('ftm-delta/entities.delta.json'))
    const reading = ftmDelta.read([file], { fetched: 0 })
    for await (const _ of reading);
    expect(reading.deleted!()).toEqual(['os-2'])
  })
})
