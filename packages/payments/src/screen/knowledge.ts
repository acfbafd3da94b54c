import type { Entity } from '@cordon/model'
import type { MatchOptions, ScreeningIndex } from '@cordon/screening'
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
  base: Pick<PaymentKnowledge, 'index' | 'entity' | 'versions' | 'titles' | 'options'>,
  entities: readonly Entity[],
  places: readonly PlaceKnowledge[] = [],
): PaymentKnowledge {
  const index = new PlaceIndex(places)
  return {
    ...base,
    texts: TextIndex.build(entities),
    numbers: NumberTable.build(entities),
    places: index,
    versions: { ...base.versions, ...index.versions },
  }
}
