import type { Claim, Ref } from '@cordon/model'

/** Claims by `claimKey`. Never changed in place: every function returns a new one. */
export type Claims = ReadonlyMap<string, Claim>

/** What makes a claim the same claim: who says that what relates to what. */
export function claimKey(claim: Pick<Claim, 'from' | 'to' | 'relation' | 'source'>): string {
  return JSON.stringify([
    claim.relation,
    claim.source,
    claim.from.kind,
    claim.from.id,
    claim.to.kind,
    claim.to.id,
  ])
}

/** With the claims added. Said again by the same source one replaces the former, and is no longer withdrawn. */
export function addClaims(claims: Claims, added: Iterable<Claim>): Claims {
  const all = new Map(claims)
  for (const claim of added) all.set(claimKey(claim), claim)
  return all
}

/** With the claim taken back: it stays on record, and no longer counts. Unchanged where there is no such claim. */
export function withdrawClaim(
  claims: Claims,
  key: string,
  withdrawn: { readonly at: string; readonly by: string; readonly reason: string },
): Claims {
  const claim = claims.get(key)
  return claim && !claim.withdrawn ? new Map(claims).set(key, { ...claim, withdrawn }) : claims
}

/** The claims that stand and concern the thing, at either end. */
export function claimsAbout(claims: Claims, ref: Pick<Ref, 'kind' | 'id'>): Claim[] {
  const is = (end: Ref) => end.kind === ref.kind && end.id === ref.id
  return [...claims.values()].filter((claim) => !claim.withdrawn && (is(claim.from) || is(claim.to)))
}
