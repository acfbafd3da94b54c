import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../api/types.ts'
import { recordsOf } from './records-of.ts'

const reason = (feature: string, query: string, candidate: string, path?: string): Evidence => ({
  feature,
  query,
  candidate,
  contribution: 0,
  detail: '',
  ...(path && { path }),
})

describe('the records that a finding quotes', () => {
  it('come with what met the rule, marked where it stands, first', () => {
    const [first, second] = recordsOf({
      evidence: [
        reason('records', '2', '1'),
        reason('CommandLine', 'Cmd /c WHOAMI', 'contains "whoami"', 'a:1'),
        reason('CommandLine', 'Cmd /c WHOAMI', 'begins with "cmd"', 'a:1'),
        reason('record', '{"User":"kim","CommandLine":"Cmd /c WHOAMI"}', '', 'a:1'),
        reason('Image', 'C:\\a.exe', 'matches a.e', 'a:2'),
        reason('record', '{"Image":"C:\\\\a.exe","n":1}', '', 'a:2'),
      ],
    })
    expect(first!.fields.map(({ name }) => name)).toEqual(['CommandLine', 'User'])
    expect(first!.fields[0]!.marks).toEqual([
      [0, 3],
      [7, 13],
    ])
    expect(second).toMatchObject({
      where: 'a:2',
      fields: [
        { name: 'Image', marks: [[0, 8]] },
        { name: 'n', marks: [] },
      ],
    })
  })
  it('are shown as they are where they can not be read', () => {
    expect(recordsOf({ evidence: [reason('record', 'no json', '', 'x:1')] })[0]!.fields).toMatchObject([
      { name: 'record', value: 'no json' },
    ])
  })
})
