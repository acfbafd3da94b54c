import { ndjsonLine } from '@cordon/formats'
import type { FieldChange } from '@cordon/knowledge'
import { csvLine, grouped, plain } from '../cli/output.ts'
import type { AffectedParty } from './affected-parties.ts'
import type { DiffLine } from './filter-diff.ts'
import type { DiffSide, NamedDiff } from './list-diff.ts'

/** How a comparison is written. */
export const diffFormats = ['text', 'json', 'ndjson', 'csv'] as const
/** One of `diffFormats`. */
export type DiffFormat = (typeof diffFormats)[number]

/** A comparison as it is written: the lines that a filter let through, and the parties that they concern. */
export interface ShownDiff {
  readonly diff: NamedDiff
  readonly lines: readonly DiffLine[]
  readonly affected?: readonly AffectedParty[]
}

/** Writes a comparison in a format. */
export function writtenDiff(shown: ShownDiff, format: DiffFormat): string {
  if (format === 'csv') return csvOf(shown)
  if (format === 'text') return textOf(shown)
  const { diff, lines, affected } = shown
  const head = { ...headOf(diff), ...(affected && { affected: affected.length }) }
  if (format === 'json')
    return `${JSON.stringify({ ...head, entries: lines, ...(affected && { affected }) }, null, 2)}\n`
  const rows = [
    { type: 'summary', ...head },
    ...lines.map((line) => ({ type: 'entry', ...line })),
    ...(affected ?? []).map((one) => ({ type: 'affected', ...one })),
  ]
  return rows.map(ndjsonLine).join('')
}

/** The counts of a comparison, and of what. */
export function headOf({ source, from, to, added, removed, changed, unchanged }: NamedDiff) {
  return {
    source,
    from,
    to,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    unchanged,
  }
}

/** One change in a line: `alias added: PAK Jin Hek`, `listing basis changed: SYRIA -> PAARSS`. */
export function changeText({ kind, words, before, after }: FieldChange): string {
  const [gone, come] = [before.join(' | '), after.join(' | ')]
  return `${words}: ${kind === 'changed' ? `${gone} -> ${come}` : gone || come}`
}

const sideName = ({ version, file, seq }: DiffSide) =>
  `${version}${file ? ` (${file})` : seq ? ` (#${seq})` : ''}`

function textOf({ diff, lines, affected }: ShownDiff): string {
  const { added, removed, changed, unchanged } = headOf(diff)
  const out = [
    `${diff.source}  ${sideName(diff.from)} -> ${sideName(diff.to)}`,
    `  ${grouped(added)} added, ${grouped(removed)} removed, ${grouped(changed)} changed, ${grouped(unchanged)} unchanged`,
  ]
  if (affected)
    out.push(`  ${grouped(new Set(affected.map(({ party }) => party)).size)} of the parties concerned`)
  const marks = { added: '+', removed: '-', changed: '~' } as const
  for (const line of lines) {
    const basis = line.kind === 'changed' ? '' : line.basis.length > 0 ? `  [${line.basis.join('; ')}]` : ''
    const former = line.kind === 'changed' && line.formerCaption ? ` (formerly ${line.formerCaption})` : ''
    out.push(
      `${marks[line.kind]} ${line.id}  ${plain(line.caption)}${plain(former)}  ${line.schema}${plain(basis)}`,
    )
    if (line.kind === 'changed')
      for (const change of line.changes) out.push(`    ${plain(changeText(change))}`)
  }
  if (affected && affected.length > 0) out.push('', 'Parties concerned:')
  for (const one of affected ?? [])
    out.push(
      `! ${plain(one.party)}  ${plain(one.label)}  ${one.score.toFixed(2)}  ${one.kind}: ${one.entityId} ${plain(one.caption)}`,
    )
  return `${out.join('\n')}\n`
}

/** One line a change; of entries that came or went one line with their basis. Parties concerned are in a column. */
function csvOf({ diff, lines, affected }: ShownDiff): string {
  const concerned = new Map<string, string[]>()
  for (const { entityId, party } of affected ?? [])
    concerned.set(entityId, [...(concerned.get(entityId) ?? []), party])
  const head = [
    'source',
    'from',
    'to',
    'change',
    'id',
    'schema',
    'caption',
    'what',
    'before',
    'after',
    'material',
    'parties',
  ] // prettier-ignore
  const rows = lines.flatMap((line) => {
    const { kind, id, schema, caption } = line
    const common = [diff.source, diff.from.version, diff.to.version, kind, id, schema, caption]
    const parties = (concerned.get(id) ?? []).join('; ')
    if (line.kind !== 'changed') {
      const basis = line.basis.join('; ')
      const [before, after] = kind === 'removed' ? [basis, ''] : ['', basis]
      return [[...common, `entry ${kind}`, before, after, true, parties]]
    }
    return line.changes.map(({ words, before, after, material }) => [
      ...common,
      words,
      before.join('; '),
      after.join('; '),
      material,
      parties,
    ])
  })
  return [head, ...rows].map(csvLine).join('')
}
