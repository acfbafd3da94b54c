import { plain, table } from '../cli/output.ts'
import { type AttributionView, percent } from './attribution-view.ts'

type Line = AttributionView['candidates'][number]['for'][number]

/** An answer as text for a terminal. */
export function attributionText(view: AttributionView): string {
  const parts = [`${plain(view.words)}\n`, `Rung reached: ${view.rung}.\n`]
  if (view.candidates.length > 0) parts.push('\n', candidateTable(view))
  for (const one of view.candidates.slice(0, 3)) {
    parts.push(`\n${plain(one.name)}${one.code ? ` (${one.code})` : ''}\n`)
    parts.push(...one.for.slice(0, 12).map((line) => `  + ${forWords(line)}\n`), more(one.for.length, 12))
    parts.push(
      ...one.against.slice(0, 6).map((line) => `  - ${againstWords(line)}\n`),
      more(one.against.length, 6),
    )
    for (const { name, also, source } of one.contestedNames.slice(0, 4))
      parts.push(
        `  ? ${plain(source)} calls it "${plain(name)}"; so are called ${also
          .slice(0, 3)
          .map((other) => plain(`${other.label} by ${other.source}`))
          .join(', ')}\n`,
      )
  }
  if (view.sponsors.length > 0)
    parts.push('\nWho they are said to serve\n', ...view.sponsors.map(sponsorWords))
  if (view.settle.length > 0)
    parts.push('\nWhat would settle it\n', ...view.settle.map((one) => `  ${settleWords(one)}\n`))
  const unread = view.seen.filter(({ note }) => note !== undefined)
  if (unread.length > 0)
    parts.push(
      '\nHow evidence was read\n',
      ...unread.map(({ written, field, note }) => `  ${plain(field)} "${plain(written)}": ${plain(note!)}\n`),
    )
  if (view.sources.length > 0)
    parts.push(
      `\nHeld against ${view.weighed.groups} groups by ${view.sources.map(({ source, version }) => plain(`${source} (${version})`)).join(', ')}.\n`,
    )
  return parts.join('')
}

function candidateTable({ candidates, someoneElse }: AttributionView): string {
  const rows = candidates.map((one) => [
    one.name,
    one.code ?? '',
    one.probability === undefined ? 'none: looks alike' : percent(one.probability),
    one.for.filter(({ strength }) => strength !== 'weak').length,
    one.for.length,
    one.against.length,
  ])
  if (someoneElse !== undefined) rows.push(['someone else', '', percent(someoneElse), '', '', ''])
  return table(
    [
      { heading: 'group', max: 32 },
      { heading: 'id' },
      { heading: 'probability' },
      { heading: 'telling', align: 'right' },
      { heading: 'for', align: 'right' },
      { heading: 'against', align: 'right' },
    ],
    rows,
  )
}

function forWords({ feature, users, strength, without, sources }: Line): string {
  const by = [
    ...new Set(
      sources.map(({ source, version, via }) => `${source} ${version}${via ? ` over ${via.label}` : ''}`),
    ),
  ]
  const alone = users === 1 ? 'known of this group alone' : `known of ${users} groups`
  const moves = without === undefined ? '' : `; without it ${percent(without)}`
  return plain(
    `${strength}: ${feature.kind} ${feature.label}, ${alone}${moves} [${by.slice(0, 3).join('; ')}]`,
  )
}

function againstWords({ feature, others }: Line): string {
  return plain(
    `${feature.kind} ${feature.label}, known of ${others.map(({ name }) => name).join(', ')} and not of it`,
  )
}

function sponsorWords({
  sponsor,
  probability,
  claims,
  contradicting,
}: AttributionView['sponsors'][number]): string {
  const by = claims.map(({ actorName, source }) => `${actorName} by ${source}`).slice(0, 6)
  const but = contradicting.map((one) => `${one.actorName} under ${one.sponsor.label} by ${one.source}`)
  return `  ${plain(sponsor.label)}: ${percent(probability)} if these claims hold: ${plain(by.join(', '))}${but.length > 0 ? `; but ${plain(but.join(', '))}` : ''}\n`
}

function settleWords({
  feature,
  favoursName,
  bits,
  ifSeen,
  ifNot,
}: AttributionView['settle'][number]): string {
  return plain(
    `${feature.kind} ${feature.label}: would speak for ${favoursName} (${bits.toFixed(2)} bits; first against second ${percent(ifSeen)} if seen, ${percent(ifNot)} if not)`,
  )
}

function more(all: number, shown: number): string {
  return all > shown ? `    ... ${all - shown} more\n` : ''
}
