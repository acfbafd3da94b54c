import type { ActorKnowledge } from './actor-knowledge.ts'
import type { SponsorView } from './attribution.ts'

/**
 * Who the groups are said to serve. Only claims of sources lead there; their confidence is shown, not multiplied in: a probability here
 * is that of the groups, given that the claims hold. Where sources put one group under two states both are shown.
 */
export function sponsorsOf(knowledge: ActorKnowledge, chance: ReadonlyMap<number, number>): SponsorView[] {
  const claims = [...chance.keys()]
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const { id, name, sponsors } = knowledge.actors[place]!
      return sponsors.map((claim) => ({ ...claim, actor: id, actorName: name }))
    })
  const ids = [...new Set(claims.map(({ sponsor }) => `${sponsor.kind} ${sponsor.id}`))]
  return ids
    .map((id): SponsorView => {
      const own = claims.filter(({ sponsor }) => `${sponsor.kind} ${sponsor.id}` === id)
      const under = new Set(own.map(({ actor }) => actor))
      const { sponsor } = own[0]!
      return {
        sponsor,
        probability: [...under].reduce((sum, actor) => sum + (chance.get(knowledge.placeOf(actor)) ?? 0), 0),
        claims: own,
        // A state and a body of it don't contradict each other; two states do.
        contradicting: claims.filter(
          (claim) =>
            under.has(claim.actor) && claim.sponsor.kind === sponsor.kind && claim.sponsor.id !== sponsor.id,
        ),
      }
    })
    .filter(({ probability }) => probability >= 0.01)
    .sort((a, b) => b.probability - a.probability || (a.sponsor.id < b.sponsor.id ? -1 : 1))
}
