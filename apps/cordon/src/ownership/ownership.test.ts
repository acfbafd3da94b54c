import type { OwnershipLink } from '@cordon/knowledge'
import { describe, expect, it } from 'vitest'
import { type JoinedEntries, noneJoined } from '../joining/joined-entries.ts'
import { OwnershipBook, type Parties } from './ownership-view.ts'
import { readLinks } from './read-links.ts'

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}
const parties = (listed: ReadonlySet<string>): Parties => ({
  describe: (label) => ({ label }),
  listed: () => listed,
  has: () => false,
})

describe('ownership from a file', () => {
  const file = [
    'Shareholder,Company,Percentage,Kind,From,Until,Listed',
    'Ivan,Alpha,50,,,,yes',
    'Free,Alpha,50,,,,',
    'Alpha,Beta,,,,,',
    'Ivan,Gamma,,control,,,',
    'Ivan,Delta,60,,2010,2020-01-01,',
    'Ivan,Epsilon,a lot,,,,',
    ',Zeta,10,,,,',
  ].join('\n')

  it('is read with names that people use; what cannot be read is told with its line', async () => {
    const { links, listed, rejects } = await readLinks(bytes(file))
    expect(links).toHaveLength(5)
    expect([...listed]).toEqual(['Ivan'])
    expect(rejects.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      "line 7: a share that can't be read: a lot",
      'line 8: no owner or no asset',
    ])
    await expect(readLinks(bytes('a,b\n1,2\n'))).rejects.toThrow(/owner and asset/)
  })

  it('says under each rule how a party stands, in a sentence with who', async () => {
    const { links, listed } = await readLinks(bytes(file))
    const book = new OwnershipBook(links, parties(listed), '2026-01-01')
    const verdicts = (id: string) =>
      book.of(id).map(({ rule, judgement }) => `${rule.name} ${judgement.verdict}`)
    expect(verdicts('Alpha')).toEqual(['ofac owned', 'eu owned', 'uk no'])
    expect(verdicts('Beta')).toEqual(['ofac possible', 'eu possible', 'uk no'])
    expect(verdicts('Gamma')).toEqual(['ofac no', 'eu controlled', 'uk controlled'])
    expect(verdicts('Delta')).toEqual(['ofac no', 'eu no', 'uk no'])
    expect(book.of('Alpha')[0]!.statement).toBe(
      'Alpha is owned, 50 %, by listed parties or by parties owned by them: Ivan.',
    )
    expect(book.of('Gamma')[0]!.statement).toContain('without a share')
    expect(book.of('Beta')[0]!.chain.nodes.map(({ label }) => label)).toEqual(['Beta', 'Alpha', 'Ivan'])
    expect(book.affected('ofac').map(({ id }) => id)).toEqual(['Alpha', 'Beta', 'Gamma'])
  })
})

describe('ownership by entries that are one', () => {
  const joined: JoinedEntries = {
    size: 1,
    canonical: (id) => (id === 'gb-1' ? 'ofac-1' : id),
    members: (id) => (['gb-1', 'ofac-1'].includes(id) ? ['gb-1', 'ofac-1'] : [id]),
  }
  const share = (owner: string, asset: string, percent: number, source: string): OwnershipLink => ({
    owner,
    asset,
    kind: 'share',
    share: { low: percent, high: percent },
    source,
  })
  const ofAll: Parties = { ...parties(new Set(['ofac-1'])), has: () => true }
  const verdictOf = (links: OwnershipLink[], id: string, one = joined) =>
    new OwnershipBook(links, ofAll, '2026-01-01', one).of(id)[0]!.judgement.verdict

  it('blocks what an owner holds under the name that another list gives it', () => {
    const links = [share('gb-1', 'Alpha', 60, 'gb')]
    expect(verdictOf(links, 'Alpha')).toBe('owned')
    expect(verdictOf(links, 'Alpha', noneJoined)).toBe('no')
    expect(verdictOf(links, 'gb-1')).toBe('listed')
  })

  it('counts a holding once that two lists tell of', () => {
    expect(verdictOf([share('gb-1', 'Alpha', 30, 'gb'), share('ofac-1', 'Alpha', 30, 'us')], 'Alpha')).toBe(
      'no',
    )
    expect(verdictOf([share('gb-1', 'Alpha', 30, 'gb'), share('ofac-1', 'Beta', 60, 'us')], 'Beta')).toBe(
      'owned',
    )
  })
})
