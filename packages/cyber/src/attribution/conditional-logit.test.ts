import { describe, expect, it } from 'vitest'
import { chances, fitChoices } from './conditional-logit.ts'

describe('conditional logit', () => {
  it('finds the rate of an ordinary choice', () => {
    // One hypothesis is right in 30 of 40: its log odds are ln 3.
    const rows = [[1], [0]]
    const choices = Array.from({ length: 40 }, (_, i) => ({ rows, truth: i < 30 ? 0 : 1, weight: 1 }))
    const [weight] = fitChoices(choices, 1, 1e-6)
    expect(weight).toBeCloseTo(Math.log(3), 3)
    expect(chances(rows, [weight!])[0]).toBeCloseTo(0.75, 3)
  })

  it('gives the same weights for the same choices, and none without any', () => {
    const choices = [
      {
        rows: [
          [1, 0.5],
          [0.2, 1],
        ],
        truth: 0,
        weight: 2,
      },
    ]
    expect(fitChoices(choices, 2)).toEqual(fitChoices(choices, 2))
    expect(fitChoices([], 2)).toEqual([0, 0])
  })
})
