import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { CordonError } from '@cordon/model'
import type { EmbargoedArea, EmbargoedPlace, ListedGoods, PlaceKnowledge } from '@cordon/payments'
import { parse } from 'yaml'
import { z } from 'zod'

const packs = new URL('../../../../packs/', import.meta.url)

const named = { name: z.string().min(1), also: z.array(z.string().min(1)).optional() }
const schema = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  version: z.iso.date(),
  areas: z.array(
    z.object({
      ...named,
      code: z.string().length(2).optional(),
      source: z.string().min(1),
      level: z.enum(['hold', 'review']).optional(),
    }),
  ),
  places: z.array(
    z.object({
      ...named,
      area: z.string(),
      kind: z.enum(['city', 'port', 'region', 'airport']),
      ambiguous: z.string().optional(),
    }),
  ),
  goods: z.array(z.object({ ...named, source: z.string().min(1) })).default([]),
})

/**
 * Places and goods of every pack that has `payments/places.yaml`, by the packs' names.
 * @throws CordonError CORDON_PACK for a file that can't be read, or a place in an area that is not there
 */
export function loadPackPlaces(): PlaceKnowledge[] {
  return readdirSync(packs)
    .sort()
    .map((pack) => new URL(`${pack}/payments/places.yaml`, packs))
    .filter((file) => existsSync(file))
    .map(read)
}

function read(file: URL): PlaceKnowledge {
  const where = file.pathname.split('/packs/')[1] ?? file.pathname
  try {
    const found = schema.parse(parse(readFileSync(file, 'utf8')))
    const areas = new Set(found.areas.map(({ name }) => name))
    for (const { name, area } of found.places)
      if (!areas.has(area)) throw new Error(`${name} is in ${area}, which is none of its areas`)
    return {
      ...found,
      areas: found.areas as EmbargoedArea[],
      places: found.places as EmbargoedPlace[],
      goods: found.goods as ListedGoods[],
    }
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_PACK',
        expected: 'a file of areas, places and goods',
        found: error instanceof z.ZodError ? z.prettifyError(error) : String(error),
        where,
        remedy: 'Mend the file; packs/dprk/payments/places.yaml is an example.',
      },
      { cause: error },
    )
  }
}
