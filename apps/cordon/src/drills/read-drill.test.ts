import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { drillFile, soundDrill } from './drill-files.ts'
import { readDrill } from './read-drill.ts'

const text = readFileSync(
  new URL('../../../../packs/dprk/operations/fastcash-2016/drill.yaml', import.meta.url),
  'utf8',
)
const names = {
  rules: new Set(['fastcash-switch-files', 'fastcash-injection']),
  seaDrills: new Set<string>(),
}
// biome-ignore lint/suspicious/noExplicitAny: the test breaks the file where it likes
type Loose = any
function changed(change: (drill: Loose) => void): string {
  const drill: unknown = parse(text, { schema: 'core' })
  change(drill)
  return stringify(drill)
}
const places = (broken: string) => readDrill(broken, names).faults.map(({ where }) => where)

describe("a drill's file", () => {
  it('is read', () => {
    expect(readDrill(text, names)).toMatchObject({ drill: { id: 'fastcash-2016' }, faults: [] })
  })

  it('with faults of form is answered with all of them, each at its place', () => {
    const broken = changed((drill) => {
      drill.steps[1].at = 'yesterday'
      drill.operation.network[1].args = []
      drill.milestones = []
      drill.notes = 'x'
      delete drill.title
    })
    expect(places(broken).sort()).toEqual(
      ['milestones', 'notes', 'operation.network[1].args', 'steps[1].at', 'title'].sort(),
    )
    expect(readDrill(broken, names).faults.find(({ where }) => where === 'steps[1].at')).toEqual({
      where: 'steps[1].at',
      expected: 'a time with its offset, such as 2016-02-04T14:36:00Z',
      found: '"yesterday"',
    })
  })

  it('with references to what is not there is answered with all of them', () => {
    const broken = changed((drill) => {
      drill.expect[0].rule = 'no-such-rule'
      drill.expect[1].step = 'nowhere'
      drill.steps[0].sources = ['hearsay']
      drill.cases[0].joins.push('ghost')
      drill.operation.sea = ['sea-none']
      drill.operation.network[0].at = '2020-01-01T00:00:00Z'
      delete drill.steps[2].unseen
    })
    expect(places(broken)).toEqual([
      'steps[0].sources[0]',
      'steps[2]',
      'expect[0].rule',
      'expect[1].step',
      'cases[0].joins[2]',
      'operation.sea[0]',
      'operation.network[0].at',
    ])
  })

  it('that is no YAML is answered with the line', () => {
    expect(readDrill('id: x\n  title: [', names).faults[0]).toMatchObject({
      where: expect.stringMatching(/^line \d$/),
      expected: 'YAML',
    })
    expect(readDrill('', names).faults[0]).toMatchObject({ where: 'the file' })
  })

  it('under another name than its folder is a fault; the error names every place', () => {
    const file = drillFile(text, 'x/drill.yaml', names, 'other')
    expect(file.faults).toMatchObject([{ where: 'id', found: 'fastcash-2016' }])
    expect(() => soundDrill(file)).toThrow(/1 fault:\n\s+id: expected the name of its folder \(other\)/)
  })
})
