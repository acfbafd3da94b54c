import { existsSync, readFileSync } from 'node:fs'
import { readCsv } from '@cordon/formats'
import type { PressureEvent, PressureIncident, Windows } from '@cordon/knowledge'
import { CordonError } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

const packs = new URL('../../../../packs/', import.meta.url)

/** What a pack says of pressure and theft. */
export interface PressurePack {
  readonly name: string
  readonly title: string
  /** Whom the thesis is about. */
  readonly subject: string
  /** Expressions for the programmes and authorities whose designations count. */
  readonly programmes: readonly RegExp[]
  readonly windows: Windows
  /** First and last month in which incidents were looked for. */
  readonly observed: { readonly from: string; readonly to: string }
  readonly incidents: readonly PressureIncident[]
  readonly resolutions: readonly PressureEvent[]
  readonly events: readonly PressureEvent[]
}

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month such as 2017-05')
const partialDate = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date')
const words = z.string().trim().min(1)
const address = z
  .string()
  .refine(
    (text) => text === '' || (/^https?:/.test(text) && URL.canParse(text)),
    'an address of the web, or nothing',
  )
  .transform((text) => text || undefined)
const dollars = z
  .string()
  .regex(/^\d*$/, 'US dollars without a sign, or nothing')
  .transform((text) => (text === '' ? undefined : Number(text)))
const note = z.string().transform((text) => text || undefined)

const settingsSchema = z.strictObject({
  title: words,
  subject: words,
  designations: z.strictObject({ programmes: z.array(words).min(1) }),
  windows: z.strictObject({
    before: z.number().int().min(1).max(60),
    after: z.number().int().min(1).max(60),
  }),
  observed: z.strictObject({ from: month, to: month }),
})
const incidentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'a short name'),
    date: partialDate,
    outcome: z.enum(['taken', 'attempted']),
    kind: words,
    victim: words,
    low_usd: dollars,
    high_usd: dollars,
    basis: words,
    attributed_by: words,
    source: words,
    url: address,
    verified: z.enum(['true', 'false']).transform((text) => text === 'true'),
    note,
  })
  .refine(
    ({ low_usd: low, high_usd: high }) => (low ?? 0) <= (high ?? low ?? 0),
    'the lower sum is the higher one',
  )
const resolutionSchema = z.strictObject({
  id: words,
  date: z.iso.date(),
  title: words,
  source: words,
  url: address,
})
const eventSchema = z.strictObject({
  date: z.iso.date(),
  kind: words,
  title: words,
  source: words,
  url: address,
})

/**
 * Reads `pressure/` of a pack: `pressure.yaml`, `incidents.csv`, `resolutions.csv`, `events.csv`.
 * @param name a folder of `packs/`
 * @throws CordonError CORDON_PACK_PRESSURE that names file, line and field
 */
export async function loadPressurePack(name = 'dprk', folder: URL = packs): Promise<PressurePack> {
  const place = new URL(`${name}/pressure/`, folder)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(place))
    throw fault(`packs/${name}`, 'a pack with a folder "pressure"', 'none')
  const settings = settingsOf(name, place)
  const incidents = await rowsOf(name, place, 'incidents.csv', incidentSchema)
  const seen = new Set<string>()
  for (const { id } of incidents) {
    if (seen.has(id)) throw fault(`packs/${name}/pressure/incidents.csv`, 'ids that stand once', id)
    seen.add(id)
  }
  const resolutions = await rowsOf(name, place, 'resolutions.csv', resolutionSchema)
  const events = await rowsOf(name, place, 'events.csv', eventSchema)
  return {
    name,
    title: settings.title,
    subject: settings.subject,
    programmes: settings.designations.programmes.map((text) => expression(name, text)),
    windows: settings.windows,
    observed: settings.observed,
    incidents: incidents.map(({ low_usd, high_usd, attributed_by, url, note: told, ...rest }) => ({
      ...rest,
      attributedBy: attributed_by,
      ...(low_usd !== undefined && { low: low_usd }),
      ...(high_usd !== undefined && { high: high_usd }),
      ...(url && { url }),
      ...(told && { note: told }),
    })),
    resolutions: resolutions.map(({ url, ...rest }) => ({
      ...rest,
      kind: 'resolution',
      ...(url && { url }),
    })),
    events: events.map(({ url, ...rest }, at) => ({
      id: `${rest.date}-${at}`,
      ...rest,
      ...(url && { url }),
    })),
  }
}

function settingsOf(name: string, place: URL): z.infer<typeof settingsSchema> {
  const where = `packs/${name}/pressure/pressure.yaml`
  let value: unknown
  try {
    value = parse(readFileSync(new URL('pressure.yaml', place), 'utf8'))
  } catch (error) {
    throw fault(where, 'YAML', (error as Error).message)
  }
  const read = settingsSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw fault(
    `${where} ${issue?.path.join('.') ?? ''}`,
    'what packs/dprk/pressure shows',
    issue?.message ?? '',
  )
}

function expression(name: string, text: string): RegExp {
  try {
    return new RegExp(text, 'iu')
  } catch (error) {
    throw fault(`packs/${name}/pressure/pressure.yaml`, 'a regular expression', (error as Error).message)
  }
}

async function rowsOf<T>(name: string, place: URL, file: string, schema: z.ZodType<T>): Promise<T[]> {
  const where = `packs/${name}/pressure/${file}`
  const path = new URL(file, place)
  if (!existsSync(path)) throw fault(where, 'a file', 'none')
  const columns: string[] = []
  const rows: T[] = []
  const bytes = (async function* () {
    yield readFileSync(path)
  })()
  const options = { delimiter: ',', onHeader: (header: readonly string[]) => void columns.push(...header) }
  for await (const { records, rejects } of readCsv(bytes, options)) {
    const [reject] = rejects
    if (reject) throw fault(`${where}, ${reject.where}`, 'a row of CSV', reject.reason)
    for (const record of records) {
      const read = schema.safeParse(
        Object.fromEntries(columns.map((column, at) => [column, record.fields[at] ?? ''])),
      )
      if (read.success) rows.push(read.data)
      else {
        const [issue] = read.error.issues
        throw fault(
          `${where}, line ${record.line}, ${issue?.path.join('.') ?? ''}`,
          'a row with its values',
          issue?.message ?? '',
        )
      }
    }
  }
  return rows
}

function fault(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_PACK_PRESSURE',
    expected,
    found,
    where,
    remedy: 'Mend the file; packs/dprk/pressure is an example.',
  })
}
