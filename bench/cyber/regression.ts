/**
 * SigmaHQ's regression cases, from their JSON events and from the EVTX files themselves: each rule must meet its events as
 * often as the case says, or more (once where it does not say). Where they are met more often, the count is told: in the three
 * cases known the rule's text holds for the other events of the file too.
 */

import { readLogs, SigmaEngine, type SigmaRule } from '@cordon/cyber'
import { collect } from '@cordon/formats'
import { parse } from 'yaml'
import { archive, bytesOf, sigmaDocuments } from './corpus.ts'

interface Case {
  readonly rule: string
  readonly folder: string
  readonly count: number | undefined
}

const documents = sigmaDocuments()
const rules = documents.filter((one): one is SigmaRule => one.kind === 'rule')
const engine = new SigmaEngine(rules)
console.log(
  `${engine.rules.length} of ${documents.length} rules compile; not: ${engine.rejects.map((one) => one.message).join(' | ')}`,
)
const json = archive('cyber/sigma/sigma-regression.tar.gz')
const evtx = archive('cyber/sigma/sigma-regression-evtx.tar.gz')
const cases = json
  .filter(({ name }) => name.endsWith('info.yml'))
  .map(({ name, bytes }): Case => {
    const info = parse(bytes.toString()) as {
      rule_metadata: { id: string }[]
      regression_tests_info?: { match_count?: number }[]
    }
    const test = info.regression_tests_info?.[0]
    return {
      rule: info.rule_metadata[0]!.id,
      folder: name.replace(/info\.yml$/, ''),
      count: test?.match_count,
    }
  })

for (const [kind, files] of [
  ['JSON', json.filter(({ name }) => name.endsWith('.json'))],
  ['EVTX', evtx],
] as const) {
  let passed = 0
  let events = 0
  const failed: string[] = []
  const without: string[] = []
  const more: string[] = []
  for (const { rule, folder, count } of cases) {
    const mine = files.filter(({ name }) => name.startsWith(folder) && !name.endsWith('info.yml'))
    if (mine.length === 0) {
      without.push(folder)
      continue
    }
    let met = 0
    for (const { name, bytes } of mine) {
      const { records, rejects } = await collect(readLogs(bytesOf(bytes), { name }))
      events += records.length
      if (rejects.length > 0) failed.push(`${folder}: ${rejects[0]!.reason}`)
      for (const record of records) if (engine.match(record).some((one) => one.rule.id === rule)) met++
    }
    if (met >= (count ?? 1)) passed++
    else failed.push(`${folder}: met ${met} of ${count ?? 1}`)
    if (count !== undefined && met > count) more.push(`${folder}: met ${met}, the case counts ${count}`)
  }
  console.log(
    `${kind}: ${passed} of ${cases.length - without.length} cases, ${events} events; without events: ${without.length}`,
  )
  for (const one of failed) console.log(`  not met: ${one}`)
  for (const one of more) console.log(`  met more often: ${one}`)
}
