import type { Entity } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EntityCollector } from '../known/build.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import { keepApart, oneEntity, takeBack } from './one-entity.ts'
import { runJoining } from './run-joining.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

const person = (id: string, source: string, properties: Record<string, string[]>): Entity => ({
  id,
  caption: properties.name![0]!,
  schema: 'Person',
  properties: { topics: ['sanction'], ...properties },
  datasets: [source],
  referents: [],
  target: true,
})
const everywhere = [
  person('ofac-1', 'us_ofac_sdn', {
    name: ['KIM, Yong Chol'],
    birthDate: ['1946-02-18'],
    nationality: ['kp'],
  }),
  person('un-1', 'un_sc_sanctions', {
    name: ['김영철', 'KIM YONG CHOL'],
    birthDate: ['1946'],
    nationality: ['kp'],
  }),
  person('gb-1', 'gb_fcdo_sanctions', {
    name: ['Kim Yong-chol'],
    birthDate: ['1946-02-18'],
    nationality: ['kp'],
  }),
  person('gb-2', 'gb_fcdo_sanctions', { name: ['Dimitri Herard'], birthDate: ['1986'], nationality: ['ht'] }),
  person('ofac-2', 'us_ofac_sdn', {
    name: ['MAKHLUF, Rami'],
    birthDate: ['1969-07-10'],
    nationality: ['sy'],
  }),
] // prettier-ignore

async function joinAll() {
  const collector = new EntityCollector()
  for (const one of everywhere) collector.add(one)
  return runJoining(scratch.store.identities, await collector.build([], defaultAlgorithm), 'test')
}
const membersOf = async (id: string) =>
  (await oneEntity(scratch.store.identities, id, id)).members.map((member) => member.id)
const pair = (id: string, other: string) => ({ id, label: id, other })

describe('one person on three lists', () => {
  it('becomes one entity, whose entries keep their ids and say why they are one', async () => {
    expect(await joinAll()).toMatchObject({ entries: 5, added: 3, withdrawn: 0 })
    const one = await oneEntity(scratch.store.identities, 'un-1', 'KIM')
    expect(one).toMatchObject({ id: 'gb-1', apart: [] })
    expect(one.members.map(({ id }) => id)).toEqual(['gb-1', 'ofac-1', 'un-1'])
    expect(one.members[2]!.joined[0]).toMatchObject({ kind: 'score', by: 'matcher:cordon-join-1' })
    expect(await membersOf('ofac-2')).toEqual(['ofac-2'])
  })

  it('is joined again to the same end, with nothing new', async () => {
    expect(await joinAll()).toMatchObject({ added: 0, kept: 3, withdrawn: 0 })
  })

  it('loses an entry that a person takes out, and not by a detour', async () => {
    const { identities, audit } = scratch.store
    await keepApart(identities, pair('ofac-1', 'gb-1'), 'person:ana', 'another father')
    expect(await membersOf('ofac-1')).toEqual(['ofac-1', 'un-1'])
    expect(await membersOf('gb-1')).toEqual(['gb-1'])
    const { apart } = await oneEntity(identities, 'gb-1', 'Kim')
    expect(apart.map(({ id, reasons }) => [id, reasons[0]!.reason])).toEqual([
      ['ofac-1', 'another father'],
      ['un-1', 'another father'],
    ])
    expect((await audit.entries({ after: 0, limit: 100 })).map(({ action }) => action)).toContain(
      'identity.say',
    )
  })

  it('stays undone when the lists are joined anew', async () => {
    await joinAll()
    expect(await membersOf('gb-1')).toEqual(['gb-1'])
  })

  it('comes back when the person takes their word back', async () => {
    expect(await takeBack(scratch.store.identities, pair('ofac-1', 'gb-1'), 'person:ana', 'my mistake')).toBe(
      2,
    )
    expect(await membersOf('gb-1')).toEqual(['gb-1', 'ofac-1', 'un-1'])
  })

  it('takes in what a person says is one, over any matcher', async () => {
    const { identities } = scratch.store
    const [from, to] = [
      { id: 'ofac-2', label: 'Rami' },
      { id: 'gb-2', label: 'Dimitri' },
    ] // prettier-ignore
    await identities.say([{ from, to, relation: 'same-as', reason: 'one passport', who: 'person:ana' }])
    await joinAll()
    expect(await membersOf('gb-2')).toEqual(['gb-2', 'ofac-2'])
    await identities.say([{ from, to, relation: 'not-same-as', reason: 'no', who: 'person:ana' }])
    expect(await membersOf('gb-2')).toEqual(['gb-2'])
    await expect(
      identities.say([{ from, to, relation: 'same-as', reason: ' ', who: 'person:ana' }]),
    ).rejects.toMatchObject({ code: 'CORDON_IDENTITY_REASON' })
  })
})
