import type { NameToken } from '@cordon/text'

const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Reads "Forty-Four" and "Forty 4" as one number, as "44" is. */
export function withTens(tokens: readonly NameToken[]): readonly NameToken[] {
  if (!tokens.some(({ folded }) => Object.hasOwn(tens, folded))) return tokens
  const read: NameToken[] = []
  for (const token of tokens) {
    const before = read.at(-1)
    const ten = Object.hasOwn(tens, token.folded) ? tens[token.folded]! : undefined
    if (ten !== undefined) read.push(numberToken(token, ten, token.folded))
    else if (before?.value && unitsAfter[before.value] && (token.value ?? 10) < 10)
      read[read.length - 1] = numberToken(
        before,
        before.value + token.value!,
        `${before.folded} ${token.folded}`,
      )
    else read.push(token)
  }
  return read
}

const unitsAfter = Object.fromEntries(Object.values(tens).map((value) => [value, true]))

function numberToken(token: NameToken, value: number, folded: string): NameToken {
  const key = { text: `nu:${value}`, cost: 0, reason: 'number' }
  return { ...token, folded, kind: 'number', value, spellings: [], keys: [key] }
}
