import { gather } from '@cordon/formats'
import { canonicalIndicator, guessIndicator, type Ref, type ThreatItem } from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { deterministicUuid } from './stable-id.ts'
import { rejected, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'
import { splitYara, type YaraRule } from './yara-split.ts'

/**
 * YARA rules, kept as knowledge: each becomes an indicator of pattern type `yara` with its text as it is; Cordon does not
 * run them. Hashes that a rule's metadata name are indicators of their own.
 * @see https://yara.readthedocs.io/en/stable/writingrules.html
 */
export const yaraRules: ThreatReader = {
  format: 'yara',
  source: { name: 'default', title: 'YARA rules', publisher: 'various' },
  recognises: (head, fileName) =>
    /\.yara?(?:\.gz)?$/i.test(fileName) ||
    /^\s*(?:(?:global|private)\s+)*rule\s+\w+[^{]*\{\s*(?:meta|strings|condition)\s*:/m.test(head),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readRules(file, options, report))
  },
}

async function* readRules(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const limits = { maxBytes: 64 * 1024 ** 2, ...options.limits }
  const text = new TextDecoder('utf-8').decode(await gather(new Opener({ ...options, limits }).open(file)))
  const source = options.source ?? 'default'
  for (const part of splitYara(text)) {
    report.countRead('rule')
    if ('fault' in part) yield rejected(`${file.name} line ${part.line}`, part.fault, part.excerpt)
    else yield { records: itemsOf(part, source, file.name), rejects: [] }
  }
}

function itemsOf(rule: YaraRule, source: string, fileName: string): ThreatItem[] {
  const id = `indicator--${deterministicUuid('yara', source, rule.name)}`
  const description = rule.meta.get('description')?.[0]
  const date = Date.parse((rule.meta.get('date')?.[0] ?? '').replaceAll('/', '-'))
  const references = [
    ...(rule.meta.get('reference') ?? []),
    ...(rule.meta.get('reference1') ?? []),
    ...(rule.meta.get('reference2') ?? []),
  ]
  const body = {
    type: 'indicator',
    id,
    name: rule.name,
    description,
    pattern_type: 'yara',
    pattern: rule.text,
    labels: rule.tags,
    external_references: references
      .filter((url) => /^https?:/.test(url))
      .map((url) => ({ source_name: fileName, url })),
    x_yara_meta: Object.fromEntries(rule.meta),
  }
  const items: ThreatItem[] = [
    {
      is: 'object',
      object: {
        id,
        type: 'indicator',
        name: rule.name,
        source,
        ...(!Number.isNaN(date) && { created: date, modified: date }),
        body,
      },
    },
  ]
  const about: Ref[] = [{ kind: 'stix', id, label: rule.name }]
  for (const [key, values] of rule.meta)
    for (const value of /^(?:hash|md5|sha1|sha256|sample)\d*$/i.test(key) ? values : []) {
      const guess = guessIndicator(value)
      if (!guess || !/^(?:md5|sha)/.test(guess.kind) || canonicalIndicator(guess.kind, value) === undefined)
        continue
      items.push({
        is: 'indicator',
        indicator: {
          ...guess,
          source,
          about,
          ...(description && { note: description.slice(0, 300) }),
          ...(!Number.isNaN(date) && { validFrom: date }),
        },
      })
    }
  return items
}
