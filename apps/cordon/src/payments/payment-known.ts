import { buildingPaymentKnowledge, type PaymentKnowledge, PaymentScreener } from '@cordon/payments'
import type { Known } from '../known/known.ts'
import { inSlices } from '../known/slices.ts'
import { loadPackPlaces } from './pack-places.ts'

/** What messages are screened against, with the screener that remembers parties of it. */
export interface PaymentKnown {
  readonly base: Known
  readonly known: PaymentKnowledge
  readonly screener: PaymentScreener
}

/** Makes the indexes for messages over what is known; other work goes on meanwhile. */
export async function paymentKnown(base: Known): Promise<PaymentKnown> {
  const known = await inSlices(
    buildingPaymentKnowledge(
      {
        index: base.index,
        entity: (id) => base.graph.get(id),
        versions: base.versions,
        titles: Object.fromEntries(base.lists.map(({ source, title }) => [source, title])),
      },
      [...base.graph.entities()],
      loadPackPlaces(),
    ),
  )
  return { base, known, screener: new PaymentScreener(known) }
}

/**
 * What messages are screened against now. Built when the first message comes, and anew when the lists have changed: a
 * server that screens no messages pays nothing for it.
 */
export class PaymentHolder {
  private building: { readonly base: Known; readonly made: Promise<PaymentKnown> } | undefined

  /** The indexes over that state of knowledge. */
  for(base: Known): Promise<PaymentKnown> {
    if (this.building?.base !== base) {
      const made = paymentKnown(base)
      this.building = { base, made }
      // A failure is told to who asked; the next one tries again.
      made.catch(() => {
        if (this.building?.made === made) this.building = undefined
      })
    }
    return this.building.made
  }
}
