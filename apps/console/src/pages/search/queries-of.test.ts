import { expect, it } from 'vitest'
import { queriesOf } from './queries-of.ts'

const kinds = (text: string) => Object.keys(queriesOf(text))

it('asks for a name as a party and as a ship', () => {
  expect(kinds('Park Jin-hyok')).toEqual(['party', 'vessel'])
  expect(kinds('박진혁')).toEqual(['party', 'vessel'])
})

it('asks for seven digits as an IMO number, with or without the letters', () => {
  expect(queriesOf('IMO 8133530').ship).toEqual({ schema: 'Vessel', properties: { imoNumber: ['8133530'] } })
  expect(kinds('8133530')).toEqual(['ship'])
})

it('asks for nine digits as a call station and as a passport', () => {
  expect(kinds('290333974')).toEqual(['station', 'document'])
})

it('never changes the letters of a wallet address, in which case matters', () => {
  const address = '1AXUTu9y3H8w4wYx4BjyFWgRhZKDhmcMrn'
  expect(queriesOf(address)).toEqual({
    wallet: { schema: 'CryptoWallet', properties: { publicKey: [address] } },
  })
})
