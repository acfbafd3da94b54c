import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreedLinks } from './agreed-links.ts'
import type { OwnershipLink } from './links.ts'

const share = (source: string, low: number, high = low): OwnershipLink => ({
  owner: 'X',
  asset: 'A',
  kind: 'share',
  share: { low, high },
  source,
})
const shares = (...links: OwnershipLink[]) => agreedLinks(links).map((link) => link.share)

describe('what several sources say of one holding', () => {
  it('counts once, as narrow as both allow', () => {
    expect(shares(share('registry', 30), share('list', 30))).toEqual([{ low: 30, high: 30 }])
    expect(shares(share('registry', 25, 50), share('list', 0, 100))).toEqual([{ low: 25, high: 50 }])
    expect(shares(share('registry', 25, 50), share('list', 40, 75))).toEqual([{ low: 40, high: 50 }])
  })

  it('is a range where they contradict each other', () => {
    expect(shares(share('registry', 30), share('list', 60))).toEqual([{ low: 30, high: 60 }])
  })

  it('adds up within one source, as of classes of shares', () => {
    expect(agreedLinks([share('registry', 20), share('registry', 30)])).toHaveLength(2)
    expect(shares(share('registry', 20), share('registry', 30), share('list', 50))).toEqual([
      { low: 50, high: 50 },
    ])
  })

  it('never comes to more than the most that one of them says', () => {
    const link = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(100), fc.nat(100))
      .map(([source, x, y]) => share(source, Math.min(x, y), Math.max(x, y))) // prettier-ignore
    fc.assert(
      fc.property(fc.array(link, { minLength: 2 }), (links) => {
        const most = Math.max(
          ...['a', 'b', 'c'].map(
            (source) =>
              Math.min(
                100,
                links.filter((one) => one.source === source).reduce((sum, one) => sum + one.share!.high, 0),
              ), // prettier-ignore
          ),
        )
        const total = agreedLinks(links).reduce((sum, one) => sum + one.share!.high, 0)
        expect(Math.min(100, total)).toBeLessThanOrEqual(most)
      }),
    )
  })
})
