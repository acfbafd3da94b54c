import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Claim, CordonError, refKinds } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

const packs = new URL('../../../../packs/', import.meta.url)

const ref = z.strictObject({ kind: z.enum(refKinds), id: z.string().min(1), label: z.string().min(1) })
const file = z.strictObject({
  claims: z.array(
    z.strictObject({
      from: ref,
      to: ref,
      relation: z.string().regex(/^[a-z-]+$/),
      source: z.string().min(1),
      confidence: z.number().min(0).max(1),
      rests: z.string().min(1).describe('On what the claim rests'),
      url: z.url(),
      from_date: z.iso.date().optional(),
      until_date: z.iso.date().optional(),
    }),
  ),
})

/** A claim of a pack, with what it rests on. */
export type PackClaim = Claim & { readonly note: string }

/**
 * The claims of all packs (`claims.yaml`): where one standard's thing is another's.
 * @throws CordonError CORDON_PACK_CLAIMS for a file that is not one
 */
export function packClaims(folder: URL = packs): PackClaim[] {
  return readdirSync(folder)
    .sort()
    .flatMap((pack) => {
      const place = new URL(`${pack}/claims.yaml`, folder)
      if (!existsSync(place)) return []
      const read = file.safeParse(parse(readFileSync(place, 'utf8')))
      if (read.success) return read.data.claims.map(toClaim)
      const [issue] = read.error.issues
      throw new CordonError({
        code: 'CORDON_PACK_CLAIMS',
        expected: 'claims with from, to, relation, source, confidence, rests and url',
        found: issue?.message ?? 'something else',
        where: `packs/${pack}/claims.yaml ${issue?.path.join('.') ?? ''}`,
        remedy: 'Mend the file; packs/dprk/claims.yaml is an example.',
      })
    })
}

function toClaim({
  rests,
  url,
  from_date,
  until_date,
  ...claim
}: z.infer<typeof file>['claims'][number]): PackClaim {
  const valid = { ...(from_date && { from: from_date }), ...(until_date && { until: until_date }) }
  return { ...claim, valid, note: `${rests.trim()} (${url})` }
}
