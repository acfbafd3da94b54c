import { identifierLabel } from '@cordon/screening'
import type { Located, PartyRole, TextRole } from '../message.ts'
import type { Hit } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'

/** Listed numbers that a value is: always worth a hold, for they are nobody else's. */
export function numberHits(
  known: PaymentKnowledge,
  value: Located,
  property: string,
  transaction: number,
  role: PartyRole | TextRole | undefined,
): Hit[] {
  return known.numbers.find(property, value.value).flatMap((listed): Hit[] => {
    const entity = known.entity(listed.entityId)
    if (!entity) return []
    const label = identifierLabel(listed.property)
    return [
      {
        kind: 'identifier',
        level: 'hold',
        transaction,
        ...(role && { role }),
        path: value.path,
        ...(value.from !== undefined && { from: value.from }),
        ...(value.to !== undefined && { to: value.to }),
        value: value.value,
        entityId: entity.id,
        caption: entity.caption,
        listed: listed.text,
        sources: entity.datasets,
        score: 0.97,
        reasons: [],
        detail: `the ${label} ${listed.text} is listed`,
      },
    ]
  })
}
