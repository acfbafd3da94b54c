import { readFileSync } from 'node:fs'
import {
  type CsvColumn,
  type CsvDialect,
  type CsvField,
  csvDialects,
  csvFields,
  type PositionCsvOptions,
} from '@cordon/maritime'
import { CordonError } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

/** What a command says of the columns of a CSV. */
export interface CsvLayoutOptions {
  /** Name of a known dialect. */
  readonly dialect?: string
  /** `lat=Latitude`, `sog=SPEED_x10/10`: field, column, and what its numbers are divided by. */
  readonly column?: readonly string[]
  /** A YAML or JSON file with `columns`, and `monthFirst` where dates with slashes are. */
  readonly columns?: string
}

const column = z.union([
  z.string().min(1),
  z.strictObject({ column: z.string().min(1), per: z.number().positive() }),
])
const layoutFile = z.strictObject({
  columns: z.partialRecord(z.enum(csvFields as [CsvField, ...CsvField[]]), column),
  monthFirst: z.boolean().optional(),
  delimiter: z.string().length(1).optional(),
})

/**
 * How positions stand in a CSV; undefined where the command says nothing of it.
 * @throws CordonError CORDON_CSV_LAYOUT
 */
export function csvLayout({ dialect, column, columns }: CsvLayoutOptions): PositionCsvOptions | undefined {
  if (dialect === undefined && column === undefined && columns === undefined) return undefined
  const file = columns === undefined ? undefined : readLayout(columns)
  const named = dialect === undefined ? undefined : dialectNamed(dialect)
  const inline = Object.fromEntries((column ?? []).map(columnOf))
  const all = { ...file?.columns, ...inline } as CsvDialect['columns']
  const { monthFirst, delimiter } = file ?? {}
  const base = monthFirst === undefined ? named : { name: 'given', columns: {}, ...named, monthFirst }
  return {
    ...(base && { dialect: base }),
    ...(delimiter !== undefined && { delimiter }),
    ...(Object.keys(all).length > 0 && { columns: all }),
  }
}

function dialectNamed(name: string): CsvDialect {
  const found = csvDialects.find((one) => one.name === name)
  if (found) return found
  throw fault('--dialect', csvDialects.map((one) => one.name).join(', '), name, 'Name one of these.')
}

function columnOf(text: string): [CsvField, CsvColumn] {
  const [, field = '', name = '', per] = /^([a-z]+)=(.+?)(?:\/(\d+(?:\.\d+)?))?$/.exec(text) ?? []
  if (!csvFields.includes(field as CsvField))
    throw fault(
      '--column',
      `FIELD=COLUMN with one of ${csvFields.join(', ')}`,
      text,
      'Write for example lat=Latitude, or sog=SPEED_x10/10 where a column holds ten times the knots.',
    )
  return [field as CsvField, per === undefined ? name : { column: name, per: Number(per) }]
}

function readLayout(path: string): z.infer<typeof layoutFile> {
  const remedy =
    'Write YAML such as: columns: { mmsi: MMSI, time: TIMESTAMP, lat: LAT, lon: LON, sog: { column: SPEED_x10, per: 10 } }'
  let found: unknown
  try {
    found = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault(path, 'a file with columns, as YAML or JSON', (error as Error).message, remedy)
  }
  const checked = layoutFile.safeParse(found)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw fault(
    path,
    `columns of ${csvFields.join(', ')}`,
    `${issue!.path.join('.')}: ${issue!.message}`,
    remedy,
  )
}

function fault(where: string, expected: string, found: string, remedy: string): CordonError {
  return new CordonError({ code: 'CORDON_CSV_LAYOUT', expected, found, where, remedy })
}
