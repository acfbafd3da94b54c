import type { operationView, summaryView } from '../operations/operation-view.ts'
import { plain } from './output.ts'

type Summary = ReturnType<typeof summaryView>
type Whole = ReturnType<typeof operationView>
type Step = NonNullable<Whole['playbook']>['steps'][number]

/** One operation in a few lines. */
export function summaryText({ id, title, period, doors, summary, attributedTo, rules }: Summary): string {
  const groups = attributedTo.map(({ name, confidence }) => `${plain(name)} (${confidence})`).join(', ')
  return [
    `${id}  ${plain(title)}, ${spanOf(period)}, ${doors.join(' and ')}`,
    `    ${plain(summary)}`,
    `    attributed to ${groups || 'nobody'}; ${rules} rules`,
    '',
  ].join('\n')
}

/** One operation in full. */
export function operationText(view: Whole): string {
  const part = (title: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : ['', title, ...rows.map((row) => `  ${row}`)]
  return [
    view.page.trim(),
    ...part(
      'WHO SAYS WHO DID IT (confidence 0 to 100, as we read the source)',
      view.claims.map(
        ({ group, confidence, basis, by, stated }) =>
          `${plain(group.name)}  ${confidence}  ${basis}, ${by}: ${plain(stated)}`,
      ),
    ),
    ...part(
      'AGAINST IT',
      view.contested.map(({ by, says }) => `${by}: ${plain(says)}`),
    ),
    ...part(
      'TECHNIQUES',
      view.techniques.map(({ id, name, how }) => `${id} ${plain(name ?? '')}: ${plain(how)}`),
    ),
    ...part(
      'RULES',
      view.rules.map(({ id, title, door }) => `${door}: ${plain(title)} (${id})`),
    ),
    ...part(
      'PLAYBOOK',
      (view.playbook?.steps ?? []).flatMap((step, at) => stepLines(step, `${at + 1}`)),
    ),
    ...part(
      'SOURCES',
      view.sources.map(
        ({ id, title, publisher, date, url, verified }) =>
          `[${id}] ${plain(publisher)}, ${plain(title)}, ${date}${url ? `, ${url}` : ''}${verified ? '' : ' (from memory, not checked)'}`,
      ),
    ),
    '',
  ].join('\n')
}

function stepLines(step: Step, number: string): string[] {
  const by = step.by ? ` (${plain(step.by)})` : ''
  const inner = step.branches.flatMap((branch, at) => {
    const mark = step.is === 'question' ? (at === 0 ? 'yes' : 'no') : ''
    return branch.flatMap((one, place) =>
      stepLines(one, `${number}${mark ? `.${mark}` : ''}.${step.is === 'together' ? at + 1 : place + 1}`),
    )
  })
  return [`${number}. ${plain(step.name)}${by}`, ...step.does.map((does) => `   ${plain(does)}`), ...inner]
}

function spanOf({ start, end }: Summary['period']): string {
  return end === undefined ? `since ${start}` : start === end ? start : `${start} to ${end}`
}
