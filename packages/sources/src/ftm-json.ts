import { InputError } from '@cordon/formats'
import { FtmLine } from './ftm-line.ts'
import { jsonObjects } from './json-files.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import type { Step } from './reading.ts'

/**
 * FollowTheMoney entities, one a line (`entities.ftm.json` of OpenSanctions and others).
 *
 * The form says which datasets know an entity, not which of them says which value: every value is credited to each
 * of them, unless `options.source` names one source for all. `caption`, `target`, `first_seen` and `last_seen` are
 * projected anew from statements and versions; the latest `last_seen` is the version. Values of schemata and
 * properties that FollowTheMoney's model lacks are rejects.
 * @see https://followthemoney.tech/docs/
 */
export const ftmJson = listReader({
  format: 'ftm-json',
  source: { name: 'default', title: 'FollowTheMoney entities', publisher: 'various' },
  recognises: (head) =>
    /^\s*\{/.test(head) &&
    !/^\s*\{\s*"op"\s*:/.test(head) &&
    /"schema"\s*:\s*"[A-Z]/.test(head) &&
    /"properties"\s*:\s*\{/.test(head),
  steps: readEntities,
})

async function* readEntities(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report, options } = context
  const datasets = new Set<string>()
  let version = ''
  for (const file of context.files) {
    let isFtm = false
    for await (const step of jsonObjects(context, file)) {
      report.countRead('line')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const entity = new FtmLine(step.fields, step.where, options.source, report)
      isFtm ||= entity.looksLikeFtm
      for (const dataset of entity.datasets) datasets.add(dataset)
      if (entity.lastSeen > version) version = entity.lastSeen
      yield entity.step()
    }
    if (!isFtm) throw notFtm(file.name)
  }
  if (version) report.setVersion(version)
  const [only] = datasets
  if (!options.source && only && datasets.size === 1) report.setSource(only)
}

function notFtm(name: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: 'FollowTheMoney entities, one JSON object a line with id, schema and properties',
    found: 'no such line',
    where: name,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}
