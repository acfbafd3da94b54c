import { mayLeave, type Released, type StixBody, stixBundleOf } from '@cordon/casework'
import { CordonError, type Tlp } from '@cordon/model'
import { microTime, type Store, type TaxiiCollection, type TaxiiObject } from '../store/index.ts'
import { heldOf, releasedCase } from './export-case.ts'

/** What came of putting a case into a collection. */
export interface SharedCase {
  readonly released: Released
  readonly collection: TaxiiCollection
  readonly objects: number
  readonly added: number
  /** Objects that an earlier sharing had put there and this one no longer has. */
  readonly withdrawn: number
}

/**
 * Puts what may leave of a case into a collection for TAXII, in place of what it had there before; with `nothing` only that is taken out.
 * @throws CordonError CORDON_COLLECTION_UNKNOWN, CORDON_SHARE_ABOVE
 */
export async function shareCase(
  store: Store,
  request: {
    readonly case: number
    readonly collection: string
    readonly tlp: Tlp
    readonly nothing?: boolean
  },
  who: string,
): Promise<SharedCase> {
  const collection = await store.taxii.collection(request.collection)
  if (!collection) throw unknownCollection(request.collection)
  if (!mayLeave(request.tlp, collection.tlp)) throw above(request.tlp, collection)
  const released = await releasedCase(store, request.case, request.tlp)
  const bundle = stixBundleOf(released)
  const maker = String(bundle.objects.find(({ type }) => type === 'identity')?.id)
  const objects = request.nothing || released.findings.length === 0 ? [] : bundle.objects.map(taxiiObject)
  const share = {
    case: request.case,
    format: 'taxii',
    tlp: request.tlp,
    who,
    objects: objects.length,
    held: heldOf(released),
  }
  const { added, withdrawn } = await store.taxii.publish(
    collection,
    objects,
    share,
    bundle.objects.length > 0 ? maker : '',
  )
  return { released, collection, objects: objects.length, added, withdrawn }
}

function taxiiObject(body: StixBody): TaxiiObject {
  const time =
    typeof body.modified === 'string' ? body.modified : typeof body.created === 'string' ? body.created : ''
  const version = microTime(time)
  return {
    id: String(body.id),
    type: String(body.type),
    specVersion: String(body.spec_version ?? '2.1'),
    body,
    ...(version && { version }),
  }
}

function unknownCollection(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_COLLECTION_UNKNOWN',
    expected: 'the name or id of a collection',
    found: JSON.stringify(name.slice(0, 80)),
    where: 'collection',
    remedy: '`cordon taxii collections` names them, `cordon taxii create` makes one.',
  })
}

function above(tlp: Tlp, { name, tlp: most }: TaxiiCollection): CordonError {
  return new CordonError({
    code: 'CORDON_SHARE_ABOVE',
    expected: `at most ${most}, which is what collection ${name} is for`,
    found: tlp,
    where: 'tlp',
    remedy: 'Share at a wider marking, or into another collection.',
  })
}
