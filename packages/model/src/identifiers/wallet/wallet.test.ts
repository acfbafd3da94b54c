import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import { bech32, bech32m } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evmChecksumCase, isWallet, parseWallet, walletCurrenciesOf } from './index.ts'

const currencies = (text: string, ticker?: string) => {
  const read = parseWallet(text, ticker)
  return read.ok ? read.forms.map((form) => `${form.currency} ${form.form}`) : read.reason
}

/** Examples of BIP 173, BIP 350, EIP-55, the CashAddr specification, ZIP 320, and genesis or well-known addresses. */
const known: readonly (readonly [string, string[]])[] = [
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', ['BTC p2pkh', 'BCH legacy-p2pkh', 'BSV p2pkh']],
  ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', ['BTC p2sh', 'BCH legacy-p2sh', 'LTC legacy-p2sh']],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ['BTC p2wpkh']],
  ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', ['BTC p2wpkh']],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', ['BTC p2tr']],
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', ['ETH account-or-contract']],
  ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', ['ETH account-or-contract']],
  ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', ['TRX account']],
  ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', ['XRP account']],
  [
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    ['XMR standard'],
  ],
  ['bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a', ['BCH cashaddr-p2pkh']],
  ['qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a', ['BCH cashaddr-p2pkh']],
  ['tex1s2rt77ggv6q989lr49rkgzmh5slsksa9khdgte', ['ZEC tex']],
  ['So11111111111111111111111111111111111111112', ['SOL public-key']],
]

describe('wallet addresses', () => {
  it.each(known)('%s', (address, forms) => expect(currencies(address)).toEqual(forms))

  it('have a normal form to compare by', () => {
    const value = (text: string) => parseWallet(text, undefined)
    expect(value('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')).toMatchObject({
      value: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    })
    expect(value('BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4')).toMatchObject({
      value: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    })
    expect(value('bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a')).toMatchObject({
      value: 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    })
    expect(value(' 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ')).toMatchObject({
      value: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    })
  })

  it('are narrowed by what the list calls the currency, and say when it disagrees', () => {
    expect(currencies('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'XBT')).toEqual(['BTC p2pkh'])
    expect(parseWallet('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'USDT')).toMatchObject({ agrees: true })
    expect(parseWallet('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'XBT')).toMatchObject({
      agrees: false,
      forms: [{ currency: 'TRX' }],
    })
    expect(walletCurrenciesOf('unheard of')).toEqual([])
  })

  it.each([
    ['1a1zp1ep5qgefi2dmptftl5slmv7divfna', /Base58|wallet/],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', /Base58 address with a right checksum/],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', /EIP-55/],
    // A version 0 program in bech32m, a version 1 program in bech32, and mixed case: BIP 350's invalid examples.
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', /bech32/],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', /bech32/],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jJ0', /./],
    ['qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q', /CashAddr/],
    ['290333974', /wallet address/],
    ['', /found nothing/],
  ])('%j is refused', (address, reason) => expect(currencies(address)).toMatch(reason))

  it('finds every changed character that a checksum guards', () => {
    const guarded = known.map(([address]) => address).filter((a) => !/^So1|^0x5aa|:/.test(a))
    const edits = fc.tuple(
      fc.constantFrom(...guarded),
      fc.nat(),
      fc.constantFrom(...'23456789acdefghjkmnpqrstuvwxyz'),
    )
    fc.assert(
      fc.property(edits, ([address, where, char]) => {
        const at = 4 + (where % (address.length - 4))
        fc.pre(address[at] !== char && address[at]?.toLowerCase() !== char)
        expect(isWallet(address.slice(0, at) + char + address.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('reads shielded ZEC addresses, also those longer than 90 characters', () => {
    const sapling = bech32.encode('zs', bech32.toWords(new Uint8Array(43).fill(7)), false)
    const unified = bech32m.encode('u', bech32m.toWords(new Uint8Array(110).fill(9)), false)
    expect(unified.length).toBeGreaterThan(180)
    expect(currencies(sapling)).toEqual(['ZEC sapling'])
    expect(currencies(unified)).toEqual(['ZEC unified'])
    expect(currencies(`${unified.slice(0, -1)}${unified.endsWith('q') ? 'p' : 'q'}`)).toMatch(
      /right checksum/,
    )
  })

  it('shows EVM addresses in the case of EIP-55', () => {
    expect(evmChecksumCase('0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359')).toBe(
      '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    )
  })

  const listed = referenceData('lists/wallets/ofac-addresses_2026-08.json')
  it.skipIf(!listed)('of a whole list of designated wallets are read, and agree with their ticker', () => {
    interface Row {
      readonly address: string
      readonly ofac_tickers: readonly string[]
    }
    const { addresses } = JSON.parse(readFileSync(listed!, 'utf8')) as { addresses: Row[] }
    const readPerTicker: Record<string, number> = {}
    const refusals: string[] = []
    const disagreeing: string[] = []
    for (const { address, ofac_tickers: tickers } of addresses)
      for (const ticker of tickers) {
        const read = parseWallet(address, ticker)
        if (!read.ok) refusals.push(ticker)
        else if (!read.agrees) disagreeing.push(ticker)
        else readPerTicker[ticker] = (readPerTicker[ticker] ?? 0) + 1
      }
    console.info(`wallets read by ticker: ${JSON.stringify(readPerTicker)}; refused: ${refusals}`)
    expect(addresses.length).toBeGreaterThan(900)
    // One has an "l", which Base58 does not have; the other is 64 hexadecimal digits.
    expect(refusals).toEqual(['XMR', 'XMR'])
    // The publisher calls one TRON address (it begins with T) a bitcoin one.
    expect(disagreeing).toEqual(['XBT'])
  })
})
