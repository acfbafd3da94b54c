import type { LinkedThreat } from '@cordon/knowledge'
import { grouped, plain, table } from '../cli/output.ts'
import type { IndicatorPage, NamedThreat, ThreatView } from './threat-view.ts'

const shown = 12

/** A thing for a terminal: names by source side by side, then what it uses. */
export function threatText(view: ThreatView): string {
  const head = [`${plain(view.name)}${view.code ? `  ${view.code}` : ''}  (${view.type})`, `  ${view.id}`]
  if (view.replacedBy)
    head.push(`  revoked; in its place stands ${plain(view.replacedBy.name)} (${view.replacedBy.id})`)
  else if (view.revoked || view.deprecated)
    head.push(`  ${view.revoked ? 'revoked' : 'deprecated'} by its source`)
  if (view.description) head.push('', wrapped(firstParagraph(view.description)))
  return [
    ...head,
    '',
    'Names, and who uses them',
    namesTable(view),
    section(
      'Attributed to',
      view.attributions.map(
        ({ to, source, confidence }) => `${plain(to.label)}  says ${source}${sure(confidence)}`,
      ),
    ),
    section(
      'Held to be the same or alike (never joined)',
      view.similar.map((one) => linkLine(one)),
    ),
    section(
      `Techniques`,
      view.techniques.map((one) => linkLine(one)),
    ),
    section(
      'Software',
      view.software.map((one) => linkLine(one)),
    ),
    section(
      'Campaigns',
      view.campaigns.map((one) => linkLine(one)),
    ),
    section(
      'Used by',
      view.usedBy.map((one) => linkLine(one)),
    ),
    section(
      'Reports',
      view.reports.map((one) => linkLine(one)),
    ),
    indicatorLines(view),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n')
}

function namesTable({ names }: ThreatView): string {
  const columns = [{ heading: '  name' }, { heading: 'source' }, { heading: 'also the name of', max: 70 }]
  const rows = names.map(({ name, source, confidence, also }) => [
    `  ${plain(name)}`,
    `${source}${sure(confidence)}`,
    [...new Set(also.map((one) => `${one.label} (${one.source})`))].join('; '),
  ])
  return table(columns, rows)
}

function section(heading: string, lines: readonly string[]): string {
  const all = [...new Set(lines)]
  if (all.length === 0) return ''
  const rest = all.length > shown ? [`  and ${grouped(all.length - shown)} more (--json has them all)`] : []
  return [
    `${heading} (${grouped(all.length)})`,
    ...all.slice(0, shown).map((line) => `  ${line}`),
    ...rest,
    '',
  ].join('\n')
}

function linkLine({ code, name, source, confidence, via }: LinkedThreat): string {
  return `${code ? `${code}  ` : ''}${plain(name)}  says ${source}${sure(confidence)}${via ? `, of ${plain(via.label)}` : ''}`
}

function indicatorLines({ indicators: { counts, first } }: ThreatView): string {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  if (total === 0) return ''
  const words = Object.entries(counts).map(([kind, number]) => `${grouped(number)} ${kind}`)
  const lines = first
    .slice(0, shown)
    .map(
      ({ kind, value, state, score }) =>
        `  ${kind.padEnd(10)} ${plain(value)}  ${state}, ${score.toFixed(2)}`,
    )
  return [`Indicators (${words.join(', ')})`, ...lines, ''].join('\n')
}

const sure = (confidence: number | undefined) =>
  confidence === undefined ? '' : ` (confidence ${confidence.toFixed(2)})`

function firstParagraph(text: string): string {
  return text
    .replace(/\(Citation: [^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/\n\s*\n/)[0]!
    .slice(0, 1200)
}

function wrapped(text: string): string {
  const lines: string[] = []
  let line = ' '
  for (const word of plain(text.replace(/\s+/g, ' ')).split(' ')) {
    if (line.length + word.length > 100) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

/** An indicator for a terminal. */
export function indicatorText(page: IndicatorPage): string {
  const { kind, value, known, state, score = 0, confidence = 0, lastSeen, decaysAt } = page
  const worth = known
    ? `${state}: worth ${score.toFixed(2)} of ${confidence.toFixed(2)}${lastSeen ? `, last seen ${lastSeen}` : ', no date is known'}${decaysAt ? `, decayed by ${decaysAt.slice(0, 10)}` : ''}`
    : 'no collection that answers says anything of it; that means only that'
  return [
    `${plain(value)}  (${kind})`,
    `  ${worth}`,
    '',
    section(
      'Warning lists',
      page.warnings.map(({ reason, setsAside }) => `${setsAside ? 'set aside: ' : 'note: '}${plain(reason)}`),
    ),
    section(
      'Who says so',
      page.claims.map((one) =>
        [
          `${one.source} (${one.collection})${sure(one.confidence)}`,
          one.about.map(({ label }) => plain(label)).join(', '),
          one.note && plain(one.note),
          one.validFrom && `from ${one.validFrom.slice(0, 10)}`,
          one.validUntil && `until ${one.validUntil.slice(0, 10)}`,
          one.tlp,
          one.pap,
          one.until && `no longer said since ${one.until.slice(0, 10)}`,
          one.revoked && 'taken back',
          ...one.references.map(plain),
        ]
          .filter((part) => part)
          .join('  '),
      ),
    ),
    section(
      `Seen here (${grouped(page.sightings.total)} in all)`,
      page.sightings.latest.map(({ at, host, place }) => `${at}  ${plain(host ?? '')}  ${plain(place)}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n')
}

/** Several things that one name may mean. */
export function severalText(name: string, matches: readonly NamedThreat[]): string {
  const columns = [
    { heading: 'may be' },
    { heading: 'id' },
    { heading: 'type' },
    { heading: 'as', max: 30 },
    { heading: 'says' },
  ]
  const rows = matches.flatMap((one) =>
    one.by.map(({ how, label, source, confidence }, i) => [
      i === 0 ? plain(one.name) : '',
      i === 0 ? (one.code ?? one.id) : '',
      i === 0 ? one.type : '',
      `${how}: ${plain(label)}`,
      `${source}${sure(confidence)}`,
    ]),
  )
  return `"${plain(name)}" is used for ${matches.length} things. Nothing here says which one is meant.\n\n${table(columns, rows)}`
}
