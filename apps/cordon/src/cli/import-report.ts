import type { ReadReport } from '@cordon/sources'
import { grouped, plain } from './output.ts'

function counts(record: Readonly<Record<string, number>>): string {
  const entries = Object.entries(record).sort(([, a], [, b]) => b - a)
  return entries.map(([name, count]) => `${grouped(count)} ${name}`).join(', ') || 'nothing'
}

/**
 * The account of an import for a person: every record of the input is in one of its lines.
 * @param report from the reading
 * @param outcome what became of it: `stored as version 3`, `not stored`
 */
export function reportText(report: ReadReport, outcome: string): string {
  const written = Object.values(report.written).reduce((sum, count) => sum + count, 0)
  const unknown = Object.entries(report.unknown)
  return [
    `${report.source}  version ${report.version}  (${report.format}): ${outcome}`,
    `  read      ${counts(report.read)}`,
    `  written   ${grouped(written)} entities, ${grouped(report.statements)} statements: ${counts(report.written)}`,
    `  rejected  ${report.rejected === 0 ? 'nothing' : grouped(report.rejected)}`,
    ...Object.entries(report.rejectedBy).map(
      ([reason, count]) => `            ${grouped(count)} ${plain(reason)}`,
    ),
    ...(report.dropped
      ? [`  dropped   by rule (${report.dropRules?.join(', ')}): ${counts(report.dropped)}`]
      : []),
    ...(unknown.length > 0 ? ['  unknown to the reader, kept out:'] : []),
    ...unknown.map(
      ([what, { count, first }]) => `            ${grouped(count)} ${plain(what)}, first at ${plain(first)}`,
    ),
    '',
  ].join('\n')
}
