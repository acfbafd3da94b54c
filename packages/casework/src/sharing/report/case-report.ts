import { isoSeconds } from '@cordon/model'
import type { DossierFinding, DossierPayment } from '../dossier.ts'
import { heldTotal } from '../held-back.ts'
import type { Released } from '../release.ts'
import { strictness } from '../tlp.ts'
import { type Block, heading, paragraph, type ReportDocument } from './document.ts'
import { type ReportLanguage, type ReportWords, reportWords } from './report-words.ts'

/**
 * The report of a case that a person can hand on: what was seen, what it matches, how sure, by which sources in which versions, what
 * was decided, and what is not known.
 */
export function caseReport(released: Released, language: ReportLanguage): ReportDocument {
  const words = reportWords[language]
  const { case: found, marking, findings } = released
  const blocks: Block[] = [
    heading(1, found.title),
    { is: 'facts', facts: factsOf(released, words) },
    ...(findings.length === 0 ? [paragraph(words.nothing, 'strong')] : []),
    heading(2, words.seen),
    ...findings.flatMap((one, i) => findingBlocks(one, i + 1, released, words)),
    ...paymentBlocks(released.payments, words),
    ...threatBlocks(released, words),
    ...noteBlocks(released, words),
    heading(2, words.notKnown),
    { is: 'list', items: unknownsOf(released, words) },
    ...sourceBlocks(released, words),
    ...heldBlocks(released, words),
    paragraph(words.disclaimer, 'quiet'),
  ]
  return { language, title: `${words.report}: ${words.caseNumber(found.id)}`, marking, blocks }
}

function factsOf(
  { case: found, marking, findings, institution }: Released,
  words: ReportWords,
): [string, string][] {
  const starts = findings.map(({ finding }) => finding.window.start)
  const ends = findings.map(({ finding }) => finding.window.end ?? finding.window.start)
  return [
    [words.report, words.caseNumber(found.id)],
    [words.marking, `${marking}: ${words.markingMeans[marking]}`],
    ...(institution?.name ? [[words.by, institution.name] as [string, string]] : []),
    [words.state, words.states[found.state]],
    [words.severity, `${words.severities[found.severity]}. ${found.severityWords}`],
    [words.opened, isoSeconds(found.opened)],
    [words.findings, String(findings.length)],
    ...(starts.length > 0
      ? [[words.period, span(Math.min(...starts), Math.max(...ends))] as [string, string]]
      : []),
  ]
}

function findingBlocks(
  { finding, joins, decision }: DossierFinding,
  number: number,
  released: Released,
  words: ReportWords,
): Block[] {
  const names = (refs: typeof finding.subjects) =>
    refs
      .map(({ label, id, kind }) => (label === id ? `${label} (${kind})` : `${label} (${kind} ${id})`))
      .join('; ')
  const { probability, place, window } = finding
  const share = (value: number) => value.toFixed(2)
  const facts: [string, string][] = [
    [words.severity, words.severities[finding.severity]],
    [words.door, `${words.doors[finding.watch]} (${finding.rule} ${finding.ruleVersion})`],
    [words.when, span(window.start, window.end ?? window.start)],
    ...(place ? [[words.where, `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}`] as [string, string]] : []),
    [words.about, names(finding.subjects) || '–'],
    [words.matches, names(finding.matches) || '–'],
    [
      words.howSure,
      `${words.strength(share(finding.score))}; ${probability ? words.probability(share(probability.value), probability.calibratedOn, share(probability.prior)) : words.noProbability}`,
    ],
    [words.decision, decision ? decisionText(decision, released, words) : words.undecided],
    [words.marking, finding.marking],
  ]
  return [
    heading(3, `${number}. ${finding.statement}`),
    { is: 'facts', facts },
    ...(finding.evidence.length > 0
      ? [
          {
            is: 'table' as const,
            columns: words.columns,
            rows: finding.evidence.map(
              ({ feature, query, candidate, detail, contribution, source, version }) => [
                feature,
                query,
                candidate,
                `${contribution < 0 ? `${words.against}: ` : ''}${detail}${source ? ` (${source}${version ? ` ${version}` : ''})` : ''}`,
              ],
            ),
          },
        ]
      : []),
    ...(joins.length > 0 ? [paragraph(`${words.why}: ${joins.join(' ')}`, 'quiet')] : []),
  ]
}

function decisionText(
  { verdict, reason, who, at }: NonNullable<DossierFinding['decision']>,
  { level }: Released,
  words: ReportWords,
): string {
  // Who works for the institution is nobody else's business.
  const name = strictness(level) >= strictness('TLP:AMBER+STRICT') ? who : words.somebody
  return `${words.verdicts[verdict]} (${words.decidedBy(name, isoSeconds(at))})${reason ? `: ${reason}` : ''}`
}

function paymentBlocks(payments: readonly DossierPayment[], words: ReportWords): Block[] {
  if (payments.length === 0) return []
  const party = ({ parties }: DossierPayment, ...roles: string[]) =>
    roles
      .flatMap((role) =>
        parties
          .filter((one) => one.role === role)
          .map(({ name, account, bic, country }) => [name, account, bic, country].filter(Boolean).join(', ')),
      )
      .join('; ')
  return [
    heading(2, words.payments),
    {
      is: 'table',
      columns: words.paymentColumns,
      rows: payments.map((one) => [
        `${one.reference} (${one.type})`,
        one.date ?? '',
        one.amount ? `${one.amount.value} ${one.amount.currency}` : '',
        `${party(one, 'debtor', 'debtorAgent')} → ${party(one, 'creditor', 'creditorAgent')}`,
        words.paymentStates[one.state],
      ]),
    },
  ]
}

function threatBlocks({ objects }: Released, words: ReportWords): Block[] {
  const told = objects.filter(
    ({ type, name }) => type !== 'marking-definition' && type !== 'relationship' && typeof name === 'string',
  )
  if (told.length === 0) return []
  return [
    heading(2, words.threats),
    {
      is: 'list',
      items: told.map(
        ({ type, name, description }) =>
          `${name} (${type})${typeof description === 'string' ? `: ${shortened(description)}` : ''}`,
      ),
    },
  ]
}

function noteBlocks({ notes, level }: Released, words: ReportWords): Block[] {
  if (notes.length === 0) return []
  const names = strictness(level) >= strictness('TLP:AMBER+STRICT')
  return [
    heading(2, words.notes),
    ...notes.map(({ who, at, text }) =>
      paragraph(`${isoSeconds(at)}, ${names ? who : words.somebody}: ${text}`),
    ),
  ]
}

function unknownsOf({ findings, held, lists }: Released, words: ReportWords): string[] {
  const count = (test: (one: DossierFinding) => boolean) => findings.filter(test).length
  const undecided = count(({ decision }) => !decision)
  const unsure = count(({ decision }) => decision?.verdict === 'unsure')
  const bare = count(({ finding }) => !finding.probability)
  const total = heldTotal(held)
  return [
    ...(undecided > 0 ? [words.unknowns.undecided(undecided)] : []),
    ...(unsure > 0 ? [words.unknowns.unsure(unsure)] : []),
    ...(bare > 0 ? [words.unknowns.noProbability(bare)] : []),
    ...(total > 0 ? [words.unknowns.held(total)] : []),
    lists.length > 0 || findings.some(({ finding }) => Object.keys(finding.knowledgeVersions).length > 0)
      ? words.unknowns.lists
      : words.unknowns.noLists,
  ]
}

function sourceBlocks({ lists, findings }: Released, words: ReportWords): Block[] {
  const rows = new Map<string, string[]>()
  for (const { finding } of findings)
    for (const [source, version] of Object.entries(finding.knowledgeVersions)) {
      const list = lists.find((one) => one.source === source)
      const fetched = list?.version === version && list.fetched !== undefined ? isoSeconds(list.fetched) : ''
      rows.set(`${source} ${version}`, [list ? `${list.title} (${source})` : source, version, fetched])
    }
  if (rows.size === 0) return []
  return [
    heading(2, words.sources),
    {
      is: 'table',
      columns: words.sourceColumns,
      rows: [...rows.values()].sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    },
  ]
}

function heldBlocks({ held, level }: Released, words: ReportWords): Block[] {
  const items = Object.entries(held)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => `${words.heldKinds[kind as keyof typeof held]}: ${n}`)
  return [
    heading(2, `${words.held} (${level})`),
    items.length > 0 ? { is: 'list', items } : paragraph(words.heldNone),
  ]
}

function span(start: number, end: number): string {
  return start === end ? isoSeconds(start) : `${isoSeconds(start)} – ${isoSeconds(end)}`
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 400 ? `${[...plain].slice(0, 400).join('')}…` : plain
}
