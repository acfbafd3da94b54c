import type { Rule } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'

const words = strings.warnings

/** What a rule is about, in a line. */
export function aboutRule({ when }: Rule): string {
  if (when.on === 'findings') {
    const narrowed = [
      ...when.watches.map((door) => words.form.doorNames[door]),
      ...when.rules,
      ...when.sources,
      ...(when.text ? [`“${when.text}”`] : []),
    ]
    return joined(words.about.findings(strings.findings.severities[when.severity]), narrowed)
  }
  if (when.on === 'lists')
    return joined(words.about.lists, [
      ...when.sources,
      ...when.kinds.map((kind) => words.form.kindNames[kind]),
      ...(when.text ? [`“${when.text}”`] : []),
    ])
  return joined(words.about.bundles, when.collections)
}

const joined = (what: string, narrowed: readonly string[]) =>
  narrowed.length === 0 ? what : `${what}, ${words.about.narrowed(narrowed.join(', '))}`

/** When a rule sends, in a line. */
export function whenRule({ digest, quiet, zone, criticalAtOnce }: Rule): string {
  const { when } = words
  const parts = [!digest ? when.once : digest.every === 'hour' ? when.hour : when.day(digest.at, zone)]
  if (quiet) parts.push(when.quiet(quiet.from, quiet.to, zone))
  if (criticalAtOnce && (digest || quiet)) parts.push(when.critical)
  return parts.join('; ')
}

/** An address as it is shown: of a webhook the host. */
export function shownAddress(kind: string, address: string): string {
  return kind === 'webhook' && URL.canParse(address) ? new URL(address).host : address
}
