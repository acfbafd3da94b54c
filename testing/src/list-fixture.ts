import { deepStrictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { ftmFault, type Statement } from '@cordon/model'
import { headOf, type InputFile, type ListReader, readAll, readers, valuesOf } from '@cordon/sources'

const fixtures = new URL('../../packages/sources/src/fixtures/', import.meta.url)

/** The bytes of a list's fixture, by its path below the fixtures of `packages/sources`. */
export const fixture = (path: string): Uint8Array => readFileSync(new URL(path, fixtures))

/** A file in memory, as readers take it. */
export function memoryFile(name: string, bytes: Uint8Array): InputFile {
  return {
    name,
    size: bytes.length,
    async *open() {
      yield bytes
    },
  }
}

/**
 * Reads a fixture whole. Tells on the way whether it is recognised by this reader alone, whether every statement is
 * FollowTheMoney's, every link leads somewhere, and the same bytes give the same statements.
 */
export async function readFixture(reader: ListReader, path: string, bytes = fixture(path)) {
  const file = memoryFile(path.split('/').at(-1)!, bytes)
  const head = await headOf(file)
  if (reader.format !== 'mapped')
    deepStrictEqual(
      readers.filter((one) => one.recognises(head, file.name)).map(({ format }) => format),
      [reader.format],
    )
  const whole = await readAll(reader, [file], { fetched: 0 })
  for (const { schema, statements } of whole.groups)
    for (const { property } of statements) deepStrictEqual(ftmFault(schema, property), undefined)
  deepStrictEqual((await readAll(reader, [file], { fetched: 0 })).groups, whole.groups)
  const find = (id: string): readonly Statement[] => {
    const found = whole.groups.find(({ entityId }) => entityId === id)
    if (!found) throw new Error(`no ${id} among ${whole.groups.map(({ entityId }) => entityId).join(', ')}`)
    return found.statements
  }
  return {
    ...whole,
    schemaOf: (id: string) => whole.groups.find(({ entityId }) => entityId === id)?.schema,
    find,
    values: (id: string, property: string) => valuesOf(find(id), property),
    /** Values of a property of all entities of a schema. */
    all: (schema: string, property: string) =>
      whole.groups.flatMap((group) => (group.schema === schema ? valuesOf(group.statements, property) : [])),
  }
}
