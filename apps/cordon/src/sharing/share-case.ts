import { mayLeave, type Released, release, type StixBody, stixBundleOf } from '@cordon/casework'
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

/**
 * Puts what may leave of an imported collection of threat intelligence into one for TAXII. Relations are not passed on: the store keeps them
 * without their markings.
 * @throws CordonError CORDON_COLLECTION_UNKNOWN, CORDON_SHARE_ABOVE
 */
export async function shareKnowledge(
  store: Store,
  request: { readonly knowledge: string; readonly collection: string; readonly tlp: Tlp },
  who: string,
): Promise<{ readonly added: number; readonly held: number }> {
  const { knowledge, tlp } = request
  const collection = await store.taxii.collection(request.collection)
  if (!collection) throw unknownCollection(request.collection)
  if (!mayLeave(tlp, collection.tlp)) throw above(tlp, collection)
  const bodies = await store.sharing.collection(knowledge)
  if (bodies.length === 0) throw unknownCollection(knowledge)
  const dossier = {
    case: { id: 0, state: 'new' as const, opened: 0 },
    findings: [],
    notes: [],
    payments: [],
    lists: [],
  }
  const { objects, held } = release({ ...dossier, objects: bodies }, tlp)
  const more = { knowledge, tlp, held: held.objects }
  const { results } = await store.taxii.post(collection.id, objects.map(taxiiObject), [], who, more)
  return { added: results.filter(({ fault }) => fault === undefined).length, held: held.objects }
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
