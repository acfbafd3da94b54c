import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { CordonError } from '@cordon/model'
import type { Drill } from './drill-form.ts'
import { type DrillFault, type DrillNames, readDrill } from './read-drill.ts'

const packs = new URL('../../../../packs/', import.meta.url)

/** A drill's file, read: the drill, or what is wrong with it. */
export interface DrillFile {
  readonly id: string
  /** `packs/dprk/operations/bangladesh-bank-2016/drill.yaml` */
  readonly where: string
  readonly drill?: Drill
  readonly faults: readonly DrillFault[]
}

/** The drills of a pack by their operations' names: also those whose file has faults. */
export function loadDrills(names: DrillNames, pack = 'dprk'): DrillFile[] {
  const folder = new URL(`${pack}/operations/`, packs)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/drill.yaml`, folder)))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(`${name}/drill.yaml`, folder), 'utf8')
      return drillFile(text, `packs/${pack}/operations/${name}/drill.yaml`, names, name)
    })
}

/** A drill of a user's own, from the text of its file. */
export function drillFile(text: string, where: string, names: DrillNames, id?: string): DrillFile {
  const read = readDrill(text, names)
  const isOther = read.drill && id !== undefined && read.drill.id !== id
  const faults = isOther
    ? [{ where: 'id', expected: `the name of its folder (${id})`, found: read.drill!.id }]
    : read.faults
  return {
    id: id ?? read.drill?.id ?? 'unknown',
    where,
    faults,
    ...(read.drill && faults.length === 0 && { drill: read.drill }),
  }
}

/**
 * The drill of a name.
 * @throws CordonError CORDON_NO_DRILL with the names that are near; CORDON_DRILL with every fault of its file
 */
export function drillNamed(files: readonly DrillFile[], name: string): Drill {
  const found = files.find(({ id }) => id === name)
  if (!found)
    throw new CordonError({
      code: 'CORDON_NO_DRILL',
      expected: 'the name of a drill',
      found: `"${name.slice(0, 100)}"`,
      where: 'drill',
      remedy: nearWords(
        name,
        files.map(({ id }) => id),
      ),
    })
  return soundDrill(found)
}

/**
 * The drill of a file.
 * @throws CordonError CORDON_DRILL with every fault of it
 */
export function soundDrill({ drill, faults, where }: DrillFile): Drill {
  if (drill) return drill
  throw new CordonError({
    code: 'CORDON_DRILL',
    expected: 'a drill, as docs/methods/drills.md describes it',
    found: `${faults.length} fault${faults.length === 1 ? '' : 's'}:${faults
      .map((one) => `\n    ${one.where}: expected ${one.expected}, found ${one.found}`)
      .join('')}`,
    where,
    remedy: 'Mend the file at these places.',
  })
}

function nearWords(name: string, ids: readonly string[]): string {
  const wanted = name.toLowerCase()
  const near = ids
    .map((id) => ({ id, far: id.includes(wanted) && wanted.length > 2 ? 0 : editsBetween(wanted, id) }))
    .sort((a, b) => a.far - b.far)
    .filter(({ id, far }) => far <= Math.max(3, id.length / 3))
    .slice(0, 3)
  const all = '`cordon drill --list` names all.'
  return near.length === 0 ? all : `Did you mean ${near.map(({ id }) => id).join(', ')}? ${all}`
}

/** Levenshtein's distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
