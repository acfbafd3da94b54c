import type { Finding } from '@cordon/model'
import type { LoadedMatchers } from '../network/matchers.ts'
import type { LoadedRules } from '../network/rules.ts'
import { recordsOf, ruleTitle, type Tally, type TallyLine } from '../network/tally.ts'
import { grouped, plain, table } from './output.ts'

const mostLines = 15

/** A summary as a person reads it: by rule, by host, by technique. */
export function tallyText({ rules, hosts, techniques }: Tally): string {
  if (rules.length === 0) return 'no findings\n'
  return [
    section('rule', rules, ({ hosts: count }) => count, 'hosts'),
    section('host', hosts, ({ rules: count }) => count, 'rules'),
    section('technique', techniques, ({ hosts: count }) => count, 'hosts'),
  ].join('\n')
}

function section(
  name: string,
  lines: readonly TallyLine[],
  other: (line: TallyLine) => number,
  otherName: string,
): string {
  if (lines.length === 0) return ''
  const shown = table(
    [
      { heading: `by ${name}`, max: 64 },
      { heading: 'severity' },
      { heading: 'findings', align: 'right' },
      { heading: 'records', align: 'right' },
      { heading: otherName, align: 'right' },
    ],
    lines
      .slice(0, mostLines)
      .map((line) => [
        line.label,
        line.severity,
        grouped(line.findings),
        grouped(line.records),
        grouped(other(line)),
      ]),
  )
  return lines.length > mostLines ? `${shown}and ${grouped(lines.length - mostLines)} more\n` : shown
}

/** Findings as a table, the gravest first. */
export function findingTable(findings: readonly Finding[]): string {
  return table(
    [
      { heading: 'severity' },
      { heading: 'host', max: 40 },
      { heading: 'rule', max: 64 },
      { heading: 'records', align: 'right' },
      { heading: 'first seen', max: 20 },
      { heading: 'techniques', max: 32 },
    ],
    findings.map((finding) => [
      finding.severity,
      finding.subjects.map(({ label }) => label).join(', '),
      ruleTitle(finding),
      grouped(recordsOf(finding)),
      finding.window.start === 0 ? '' : new Date(finding.window.start).toISOString().slice(0, 19),
      finding.matches
        .flatMap(({ kind, id }) => (kind === 'stix' && id.startsWith('T') ? [id] : []))
        .join(' '),
    ]),
  )
}

const mostFaults = 5

/** Tells what was loaded, and which rules could not be. */
export function tellRules({ knowledge, rejects, passedOver }: LoadedRules, met: LoadedMatchers): void {
  const { engine, correlations, streams, versions } = knowledge
  const names = Object.entries(versions).map(([name, version]) => `${name} (${version})`)
  process.stderr.write(
    `${grouped(engine.rules.length)} rules, ${grouped(correlations.length)} correlations, ${grouped(streams.length)} stream rules of ${names.join(', ')}${met.indicators > 0 ? `; ${grouped(met.indicators)} indicators` : ''}` +
      `${met.patterns > 0 ? `; ${grouped(met.patterns)} STIX patterns` : ''}\n`,
  )
  if (met.unindexed > 0)
    process.stderr.write(
      `${grouped(met.unindexed)} STIX patterns rest on no text in a part: each record is compared with them\n`,
    )
  for (const { id, reason } of met.rejects.slice(0, mostFaults))
    process.stderr.write(`set aside: ${plain(id)}: ${plain(reason)}\n`)
  for (const fault of rejects.slice(0, mostFaults)) process.stderr.write(`set aside: ${fault.message}\n`)
  if (rejects.length > mostFaults)
    process.stderr.write(`set aside: ${grouped(rejects.length)} rules in all; they are not run\n`)
  if (passedOver.length > 0) {
    const [names, more] = [passedOver.slice(0, mostFaults).join(', '), passedOver.length - mostFaults]
    process.stderr.write(
      `passed over: ${grouped(passedOver.length)} YAML files that hold no rule: ${names}${more > 0 ? `, and ${grouped(more)} more` : ''}\n`,
    )
  }
}

/** Tells which indicators were met and not told, and why. */
export function tellSetAside(setAside: ReadonlyMap<string, string>): void {
  if (setAside.size === 0) return
  for (const [value, reason] of [...setAside].slice(0, mostFaults))
    process.stderr.write(`met and not told: ${plain(value)}: ${reason}\n`)
  if (setAside.size > mostFaults)
    process.stderr.write(`met and not told: ${grouped(setAside.size)} indicators in all\n`)
}
