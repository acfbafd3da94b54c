import type { Entity } from '@cordon/model'
import { finish, type MatchOptions, type ScreeningIndex, type Steps } from '@cordon/screening'
import { NumberTable } from './number-table.ts'
import { PlaceIndex, type PlaceKnowledge } from './place-index.ts'
import { TextIndex } from './text-index.ts'

/** What messages are screened against. Built once for a set of list versions; never changes. */
export interface PaymentKnowledge {
  readonly index: ScreeningIndex
  readonly entity: (id: string) => Entity | undefined
  readonly texts: TextIndex
  readonly numbers: NumberTable
  readonly places: PlaceIndex
  /** Lists and packs with their versions. */
  readonly versions: Readonly<Record<string, string>>
  /** Titles of lists for sentences. */
  readonly titles?: Readonly<Record<string, string>>
  readonly options?: MatchOptions
}

/**
 * Makes the indexes that messages need beside the one of parties.
 * @param entities those that `index` was built over, links included (papers and wallets carry numbers)
 */
export function paymentKnowledge(
  base: PaymentBase,
  entities: Iterable<Entity>,
  places: readonly PlaceKnowledge[] = [],
): PaymentKnowledge {
  return finish(buildingPaymentKnowledge(base, entities, places))
}

/** What there is already: the index of parties, and the entities by id. */
export type PaymentBase = Pick<PaymentKnowledge, 'index' | 'entity' | 'versions' | 'titles' | 'options'>

/** The same in small steps, so that a server answers in between. `entities` is gone through twice. */
export function* buildingPaymentKnowledge(
  base: PaymentBase,
  entities: Iterable<Entity>,
  places: readonly PlaceKnowledge[] = [],
): Steps<PaymentKnowledge> {
  const index = new PlaceIndex(places)
  const texts = yield* TextIndex.building(entities)
  return {
    ...base,
    texts,
    numbers: NumberTable.build(entities),
    places: index,
    versions: { ...base.versions, ...index.versions },
  }
}
