/**
 * The characters of an AIVDM payload and their six bits (IEC 61162-1; NMEA 0183): '0' to 'W' and '`' to 'w'. 255 marks
 * any other byte.
 */
export const armour: Uint8Array = new Uint8Array(256).fill(255)
for (let value = 0; value < 64; value++) armour[armourOf(value)] = value

/** The character code that stands for six bits. */
export function armourOf(value: number): number {
  return value < 40 ? value + 48 : value + 56
}

/** Value of a hexadecimal digit by its character code, 255 for any other byte. */
export const hexDigit: Uint8Array = new Uint8Array(256).fill(255)
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16)
  hexDigit[digit.charCodeAt(0)] = value
  hexDigit[digit.toUpperCase().charCodeAt(0)] = value
}
