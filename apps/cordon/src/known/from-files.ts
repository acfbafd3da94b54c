import { CordonError } from '@cordon/model'
import type { ListReader } from '@cordon/sources'
import { inputFile } from '../lists/input-files.ts'
import { namingFiles } from '../lists/name-errors.ts'
import { planReadings, type ReadingPlan } from '../lists/recognise.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import { EntityCollector } from './build.ts'
import type { Known, KnownList } from './known.ts'
import { projectGroup } from './project.ts'

/**
 * What is known from list files alone, with no store.
 * @param paths list files of any known format
 * @param onProgress told from time to time how far the reading is
 * @throws CordonError for a file that can't be read, or two versions of one list
 */
export async function loadListFiles(
  paths: readonly string[],
  readers: readonly ListReader[],
  onProgress: (text: string) => void = () => {},
): Promise<Known> {
  const files = await Promise.all(paths.map(inputFile))
  const plans = await planReadings(files, readers)
  const collector = new EntityCollector()
  const lists: KnownList[] = []
  for (const plan of plans) {
    const names = plan.files.map(({ name }) => name)
    const list = await namingFiles(names, () => readList(plan, collector, onProgress))
    if (lists.some(({ source }) => source === list.source))
      throw new CordonError({
        code: 'CORDON_TWO_VERSIONS',
        expected: 'one version of each list',
        found: `a second one of ${list.source}`,
        where: names.join(', '),
        remedy: 'Leave one of them out.',
      })
    lists.push(list)
  }
  return collector.build(lists, defaultAlgorithm)
}

async function readList(
  { reader, files }: ReadingPlan,
  collector: EntityCollector,
  onProgress: (text: string) => void,
): Promise<KnownList> {
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  const fetched = Math.max(...files.map((file) => file.written))
  const reading = reader.read(files, {
    fetched,
    onProgress: (bytes) => onProgress(`reading ${reader.source.name} ${percent(bytes, size)}`),
  })
  for await (const { records } of reading)
    for (const group of records) {
      const entity = projectGroup(group)
      if (entity) collector.add(entity)
    }
  const report = reading.report()
  const { title, publisher, url } = reader.source
  return {
    source: report.source,
    title,
    publisher,
    ...(url && { url }),
    version: report.version,
    fetched: new Date(fetched).toISOString(),
    entities: Object.values(report.written).reduce((sum, count) => sum + count, 0),
    starter: report.source.endsWith('_starter'),
  }
}

/** `42 %`, or nothing where the whole is not known. */
export function percent(part: number, whole: number): string {
  return whole > 0 ? `${Math.min(100, Math.round((100 * part) / whole))} %` : ''
}
