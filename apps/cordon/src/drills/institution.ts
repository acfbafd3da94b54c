import { filled, type SimulatedHost } from '@cordon/cyber'
import { emptyProfile, type Profile } from '@cordon/model'
import { simulatedProfile } from '@cordon/payments'
import type { Drill } from './drill-form.ts'

/** The hosts of a drill's institution, each by itself. */
export function drillHosts({ hosts }: Drill['institution']): SimulatedHost[] {
  return hosts.flatMap(({ count, ...host }) => Array.from({ length: count }, (_, i) => filled(host, i)))
}

/** The people of a drill's institution, by their mail addresses: all made up. */
export function drillPeople({ people }: Drill['institution']): string[] {
  return Array.from({ length: people }, (_, i) => `user${i + 1}@bank.example`)
}

/** The profile by which a drill's findings become cases: what a real institution would have filled in. */
export function drillProfile(institution: Drill['institution']): Profile {
  const base = institution.madeUpBank ? simulatedProfile : emptyProfile
  return {
    ...base,
    institution: {
      ...base.institution,
      name: institution.name,
      ...(institution.country && { country: institution.country }),
    },
    hosts: drillHosts(institution).map(({ name, address, roles }) => ({ name, addresses: [address], roles })),
  }
}
