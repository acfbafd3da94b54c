import { FtmLine } from './ftm-line.ts'
import { isObject, jsonObjects, textOf } from './json-files.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import type { ListReader, Reading } from './reader.ts'
import { refused, type Step } from './reading.ts'

/**
 * `entities.delta.json` of OpenSanctions: what was added (`ADD`), changed (`MOD`) or deleted (`DEL`) since the version before, an
 * operation a line, each changed entity whole. It is no list of its own: the store applies it to the version that answers.
 * @see https://www.opensanctions.org/docs/bulk/delta/
 */
export const ftmDelta: ListReader = {
  format: 'ftm-delta',
  source: { name: 'default', title: 'FollowTheMoney entities, what changed', publisher: 'various' },
  isDelta: true,
  recognises: isDelta,
  read(files, options): Reading {
    const deleted: string[] = []
    const { format, source, recognises } = this
    const steps = (context: ReadContext) => readOperations(context, deleted)
    const reading = listReader({ format, source, recognises, steps }).read(files, options)
    return Object.assign(reading, { deleted: () => deleted })
  },
}

function isDelta(head: string): boolean {
  return /^\s*\{/.test(head) && /"op"\s*:\s*"(ADD|MOD|DEL)"/.test(head) && /"entity"\s*:\s*\{/.test(head)
}

async function* readOperations(
  context: ReadContext,
  deleted: string[],
): AsyncGenerator<Step, void, undefined> {
  const { report, options } = context
  for (const file of context.files)
    for await (const step of jsonObjects(context, file)) {
      if ('reject' in step) {
        report.countRead('operation')
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { fields, where } = step
      const operation = textOf(fields.op) ?? ''
      const { entity } = fields
      report.countRead(['ADD', 'MOD', 'DEL'].includes(operation) ? operation : 'operation')
      const excerpt = JSON.stringify(fields).slice(0, 200)
      const id = isObject(entity) ? textOf(entity.id) : undefined
      if (!id) yield refused(where, 'an operation without the id of an entity', excerpt)
      else if (operation === 'DEL') deleted.push(id)
      else if (operation === 'ADD' || operation === 'MOD')
        yield new FtmLine(entity, where, options.source, report).step()
      else yield refused(where, 'an operation that is neither ADD, MOD nor DEL', excerpt)
    }
}
