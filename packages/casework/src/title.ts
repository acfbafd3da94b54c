import type { Finding } from '@cordon/model'

const longest = 300

/** What a case is called: who it is about and what was met, by its gravest finding. */
export function caseTitle({ subjects, matches, statement }: Finding): string {
  const who = [...new Set(subjects.map(({ label }) => label))].slice(0, 2).join(' and ')
  const met = matches.find(({ kind }) => kind !== 'stix')?.label
  const title = who === '' ? statement : met === undefined || met === who ? who : `${who} ↔ ${met}`
  return title.length > longest ? `${[...title].slice(0, longest).join('')}…` : title
}
